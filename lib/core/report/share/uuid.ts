import { hashWord } from '@/lib/core/text';

/** A UUID of version 8 (RFC 9562: bits of one's own making) that names the same things by the same number, as a URN. */
export function uuidOf(...names: string[]): string {
  const name = names.join('\n');
  const hex = [0, 1, 2, 3].map((part) => hashWord(`${part} ${name}`).toString(16).padStart(8, '0')).join('');
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4];
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ];
  return `urn:uuid:${parts.join('-')}`;
}
