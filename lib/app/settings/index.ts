export { changeSettings, readSettings } from './settings';
export { settingsOf } from './stored-settings';
