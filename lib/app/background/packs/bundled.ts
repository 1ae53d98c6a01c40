import browser from 'webextension-polyfill';
import type { PackSource } from '@/lib/corpus/packs';

/** Addresses of the packs that come with the extension. */
const bundled = /^bundled:(demo|starter)$/;

/** The files of a bundled pack; `null` when the address is none of theirs. Nothing of this leaves the browser. */
export function bundledPack(address: string): PackSource | null {
  const name = bundled.exec(address)?.[1];
  if (name === undefined) return null;
  return async (file) => {
    const response = await fetch(browser.runtime.getURL(`/packs/${name}/${file}`));
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
  };
}
