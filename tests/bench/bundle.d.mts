export function bundleForNode(name: string): Promise<string>;
export function bundleForBrowser(name: string): Promise<string>;
