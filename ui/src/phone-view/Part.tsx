import { memo } from 'react';
import type { ItemKind, Pointer } from '@/host';
import { Glyph } from './glyphs';
import { Chips, ChoiceGroup, OptIn } from './parts/Choices';
import { DateField, DateRange } from './parts/Dates';
import { Dropdown } from './parts/Dropdown';
import { Files } from './parts/Files';
import { NavigationList } from './parts/Lists';
import { Carousel, ImagePart } from './parts/Pictures';
import { TextField } from './parts/TextFields';
import { Texts } from './parts/Texts';
import { usePhone } from './phone-context';

/** One part of a screen, as the phone draws it. */
export const Part = memo(function Part({ kind, pointer }: { kind: ItemKind; pointer: Pointer }) {
  const { t, act } = usePhone();
  const press = () => act({ type: 'press', pointer, item: null });
  switch (kind.type) {
    case 'Text':
      return <Texts blocks={kind.blocks} style={kind.style} />;
    case 'RichText':
      return <Texts blocks={kind.blocks} style="body" />;
    case 'TextInput':
      return (
        <TextField
          field={kind.field}
          value={kind.value}
          keyboard={kind.keyboard}
          masked={kind.masked}
          largeLabel={kind.largeLabel}
          limit={kind.maxChars}
          counter={false}
        />
      );
    case 'TextArea':
      return (
        <TextField
          field={kind.field}
          value={kind.value}
          keyboard="text"
          masked={false}
          largeLabel={kind.largeLabel}
          limit={kind.maxLength}
          counter
        />
      );
    case 'CheckboxGroup':
      return (
        <ChoiceGroup
          field={kind.field}
          description={kind.description}
          mediaSize={kind.mediaSize}
          choices={kind.choices}
          min={kind.min}
          max={kind.max}
          several
        />
      );
    case 'RadioButtonsGroup':
      return (
        <ChoiceGroup
          field={kind.field}
          description={kind.description}
          mediaSize={kind.mediaSize}
          choices={kind.choices}
          several={false}
        />
      );
    case 'Dropdown':
      return <Dropdown field={kind.field} choices={kind.choices} searchable={kind.searchable} />;
    case 'ChipsSelector':
      return (
        <Chips
          field={kind.field}
          description={kind.description}
          choices={kind.choices}
          min={kind.min}
          max={kind.max}
        />
      );
    case 'DatePicker':
      return (
        <DateField
          input={kind.input}
          minDate={kind.minDate}
          maxDate={kind.maxDate}
          unavailable={kind.unavailable}
          includeDays={null}
          glyph="calendar"
        />
      );
    case 'CalendarPicker': {
      const [start, end] = kind.inputs;
      if (start === undefined) return null;
      if (end === undefined) {
        return (
          <DateField
            input={start}
            minDate={kind.minDate}
            maxDate={kind.maxDate}
            unavailable={kind.unavailable}
            includeDays={kind.includeDays}
            glyph="chevron"
          />
        );
      }
      return (
        <DateRange
          title={kind.title}
          description={kind.description}
          start={start}
          end={end}
          minDate={kind.minDate}
          maxDate={kind.maxDate}
          unavailable={kind.unavailable}
          includeDays={kind.includeDays}
        />
      );
    }
    case 'OptIn':
      return <OptIn field={kind.field} checked={kind.checked} more={kind.more} onMore={press} />;
    case 'EmbeddedLink':
      return (
        <button type="button" className="ph-link-button" onClick={press} dir="auto">
          {kind.text}
        </button>
      );
    case 'Image':
      return (
        <ImagePart
          picture={kind.picture}
          width={kind.width}
          height={kind.height}
          aspectRatio={kind.aspectRatio}
          scale={kind.scale}
        />
      );
    case 'ImageCarousel':
      return <Carousel pictures={kind.pictures} aspectRatio={kind.aspectRatio} scale={kind.scale} />;
    case 'NavigationList':
      return (
        <NavigationList
          pointer={pointer}
          label={kind.label}
          description={kind.description}
          mediaSize={kind.mediaSize}
          rows={kind.rows}
        />
      );
    case 'PhotoPicker':
      return <Files picker={kind.picker} photos={kind.source} mimeTypes={[]} />;
    case 'DocumentPicker':
      return <Files picker={kind.picker} photos={null} mimeTypes={kind.mimeTypes} />;
    case 'Sealed':
      return (
        <div className="ph-sealed">
          <Glyph name="lock" />
          <span>{t('phone.sealed', { component: kind.component })}</span>
        </div>
      );
  }
});
