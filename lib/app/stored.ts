import * as v from 'valibot';
import browser from 'webextension-polyfill';

/**
 * What lies under a key of the extension's storage (`local` lasts, `session` ends with the browser); `null` where nothing lies
 * there or what does is not of the schema: damaged, or written by another version.
 */
export async function readStored<Stored>(
  area: 'local' | 'session',
  key: string,
  schema: v.GenericSchema<unknown, Stored>,
): Promise<Stored | null> {
  const read = v.safeParse(schema, (await browser.storage[area].get(key))[key]);
  return read.success ? read.output : null;
}
