export type { DemoLook } from './demo-stage';
export { WelcomeScreen } from './welcome-screen';
