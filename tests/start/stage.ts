import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type DemoRecord, demoRecords } from '../site/index.ts';

/** The article that is opened: an edited reprint with a credit line, told elsewhere in the same and in other words. */
const featuredAddress = 'https://velmorapatriot.example/a/4417-rioters-sarnova';

export function featured(): DemoRecord {
  const record = demoRecords().find((one) => one.url === featuredAddress);
  if (record === undefined) throw new Error(`The demo stories have no article at ${featuredAddress}`);
  return record;
}

/** Match patterns of all demo outlets, as "Watch this site" would ask for them. */
export function demoPatterns(): string[] {
  const hosts = new Set(demoRecords().map((record) => new URL(record.url).hostname));
  return [...hosts].map((host) => `http://*.${host}/*`);
}

/** Whether windows can be shown here. */
export function hasDisplay(): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

const screenshot = path.resolve(import.meta.dirname, '../../.output/start/refrain.png');

/** Keeps the picture (PNG) and says where. */
export function saveScreenshot(picture: Buffer) {
  mkdirSync(path.dirname(screenshot), { recursive: true });
  writeFileSync(screenshot, picture);
  console.log(`Screenshot: ${screenshot}`);
}
