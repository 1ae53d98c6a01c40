export { changeSettings, readSettings } from './settings';
