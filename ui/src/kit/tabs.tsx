import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import segmented from './segmented.module.css';
import styles from './tabs.module.css';

export interface TabItem<T extends string> {
  id: T;
  label: string;
  content: ReactNode;
}

/** Tabs drawn as a segmented control, as in the inspector. */
export function Tabs<T extends string>({
  label,
  tabs,
  value,
  onChange,
}: {
  label: string;
  tabs: readonly TabItem<T>[];
  value: T;
  onChange(value: T): void;
}) {
  return (
    <AriaTabs
      className={styles.tabs}
      selectedKey={value}
      onSelectionChange={(key) => {
        const found = tabs.find((tab) => tab.id === key);
        if (found !== undefined) onChange(found.id);
      }}
    >
      <TabList aria-label={label} className={`${segmented.group} ${segmented.fill} ${styles.list}`}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={segmented.choice}>
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={styles.panel}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
