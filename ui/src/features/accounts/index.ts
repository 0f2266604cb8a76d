export { AccountList } from './AccountList';
export { ConnectDialog } from './ConnectDialog';
export { TokenDialog } from './TokenDialog';
