import { coreRows } from './core-speed';
import { framingSpeedRows } from './framing-browser';
import storeBrowser from './store-browser';
import { printRows } from './table';

/** Speeds, measured in one run on this machine: `npm run bench`. A first argument sets the library's size in articles. */
export default async function speed(args: string[]): Promise<void> {
  console.log('The core, in Node:');
  printRows(await coreRows());
  console.log('\nFraming, in Chromium:');
  printRows(await framingSpeedRows());
  console.log('\nThe library, in Chromium:');
  await storeBrowser(args);
}
