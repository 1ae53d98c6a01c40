/** A prefix code of which the commoner symbols have the shorter codes: for each symbol the bits of its code and how many they are, 0 of one that never stands. */
export interface PrefixCode {
  lengths: Uint8Array;
  /** Canonical (RFC 1951, 3.2.2), the bit that comes first lowest. */
  bits: Uint16Array;
}

/** Symbols are told apart by so many bits of a number in which their count stands above. */
const symbolBits = 9;

/**
 * The best code for symbols that stand so often (Huffman 1952), none longer than `longest` bits: where one would be, the counts
 * are halved until none is. One symbol alone has a code of one bit.
 *
 * @param counts below 2^23, of 512 symbols at most
 */
export function prefixCode(counts: Uint32Array, longest: number): PrefixCode {
  const lengths = new Uint8Array(counts.length);
  let used = 0;
  for (const count of counts) if (count > 0) used++;
  const rising = new Uint32Array(used);
  for (let symbol = 0, i = 0; symbol < counts.length; symbol++)
    if (counts[symbol]! > 0) rising[i++] = (counts[symbol]! << symbolBits) | symbol;
  let depths = depthsOf(rising.sort());
  while (depths.length > 0 && depths[0]! > longest) {
    for (let i = 0; i < used; i++) {
      const half = ((rising[i]! >>> symbolBits) + 1) >>> 1;
      rising[i] = (half << symbolBits) | (rising[i]! & (2 ** symbolBits - 1));
    }
    depths = depthsOf(rising.sort());
  }
  for (let i = 0; i < used; i++) lengths[rising[i]! & (2 ** symbolBits - 1)] = Math.max(1, depths[i]!);
  return codeOf(lengths);
}

/** The code whose symbols have codes of these lengths. */
export function codeOf(lengths: Uint8Array): PrefixCode {
  const next = new Uint16Array(17);
  for (const length of lengths) if (length > 0) next[length + 1]!++;
  for (let length = 1; length < next.length; length++)
    next[length] = (next[length]! + next[length - 1]!) << 1;
  const bits = new Uint16Array(lengths.length);
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol]!;
    if (length > 0) bits[symbol] = reversed(next[length]!++, length);
  }
  return { lengths, bits };
}

function reversed(bits: number, length: number): number {
  let turned = 0;
  for (let i = 0; i < length; i++) turned = (turned << 1) | ((bits >>> i) & 1);
  return turned;
}

/** How deep each of some symbols, the rarest first, lies in a tree in which the two lightest nodes are joined again and again. */
function depthsOf(rising: Uint32Array): Uint8Array {
  const leaves = rising.length;
  const nodes = Math.max(0, 2 * leaves - 1);
  const weights = new Uint32Array(nodes);
  for (let leaf = 0; leaf < leaves; leaf++) weights[leaf] = rising[leaf]! >>> symbolBits;
  const parents = new Uint16Array(nodes);
  // Joined nodes come to be in order of weight as well, so the lightest is the first left of the one kind or of the other.
  for (let node = leaves, leaf = 0, joined = leaves; node < nodes; node++) {
    for (let child = 0; child < 2; child++) {
      const isLeaf = leaf < leaves && (joined === node || weights[leaf]! <= weights[joined]!);
      const lightest = isLeaf ? leaf++ : joined++;
      weights[node]! += weights[lightest]!;
      parents[lightest] = node;
    }
  }
  const depths = new Uint8Array(nodes);
  for (let node = nodes - 2; node >= 0; node--) depths[node] = depths[parents[node]!]! + 1;
  return depths.subarray(0, leaves);
}
