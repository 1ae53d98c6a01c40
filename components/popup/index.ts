export { PopupScreen, type PopupTab } from './popup-screen';
