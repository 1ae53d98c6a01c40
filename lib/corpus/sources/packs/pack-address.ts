/**
 * The folder of a pack from the address a reader pastes: that of the folder or of the manifest in it. `null` for anything but
 * http and https.
 */
export function packFolder(pasted: string): string | null {
  const url = URL.parse(pasted.trim());
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    return null;
  url.hash = '';
  url.search = '';
  url.pathname = url.pathname.replace(/\/manifest\.json$/, '/');
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url.href;
}
