export { PopupScreen } from './popup-screen';
