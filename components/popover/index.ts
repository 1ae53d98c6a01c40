export { PopoverScreen } from './popover-screen';
