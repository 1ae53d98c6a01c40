export { changeSettings, readSettings } from './settings';
export { defaultSettings } from './stored-settings';
