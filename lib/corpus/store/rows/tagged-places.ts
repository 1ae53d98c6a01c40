import type { BitReader } from '../postings/bits';
import type { KeptPlaces } from './fingerprint-codec';
import { readTerm } from './term-codec';

/**
 * {@link KeptPlaces} as older versions wrote them:
 *
 * ```
 * 8         format, 2 (in format 1 terms are 32 bits each)
 * 6 + 8     width of a tag, seed of the tags
 * 6         Rice parameter of the gaps
 * gamma     number of keys + 1, then of terms + 1
 * keys      in order of place: tag, Rice gap of the position
 * terms     the strongest first
 * ```
 */
const currentFormat = 2;
const withWholeTerms = 1;

/** @param input behind the format @returns `null` where the bytes are of another format, or damaged */
export function readTagged(format: number | undefined, input: BitReader): KeptPlaces | null {
  if (format !== currentFormat && format !== withWholeTerms) return null;
  const [width, seed, parameter] = [input.bits(6), input.bits(8), input.bits(6)];
  const [keyCount, termCount] = [input.gamma() - 1, input.gamma() - 1];
  if (width < 1 || width > 32 || parameter > 32 || Math.min(keyCount, termCount) < 0) return null;
  if (keyCount * width + termCount > input.bitsInAll) return null;
  const tags = new Uint32Array(keyCount);
  const positions = new Uint32Array(keyCount);
  let position = 0;
  for (let i = 0; i < keyCount; i++) {
    tags[i] = input.bits(width);
    position += input.rice(parameter);
    if (position > 0xffffffff) return null;
    positions[i] = position;
  }
  const readAny = format === currentFormat ? () => readTerm(input) : () => input.bits(32);
  const terms = Uint32Array.from({ length: termCount }, readAny);
  return input.overrun ? null : { places: { by: 'tag', width, seed, tags, positions }, terms };
}
