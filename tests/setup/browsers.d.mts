export type BrowserName = 'chromium' | 'firefox-esr';
export function browserPath(name: BrowserName): string | null;
export function installBrowsers(names: BrowserName[]): boolean;
