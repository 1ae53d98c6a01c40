/**
 * The web address somebody typed, `https://` put before it where no scheme stands; `null` for anything else.
 * Hosts of one or two letters are taken for words half typed.
 */
export function writtenAddress(written: string): string | null {
  const text = written.trim();
  const url = URL.parse(text.includes('://') ? text : `https://${text}`);
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname.length > 2 ? url.href : null;
}
