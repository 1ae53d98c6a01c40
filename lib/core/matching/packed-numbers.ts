/** Reads numbers written as base64 of ascending 32-bit numbers, each as the difference to the one before, 7 bits a byte, low bits first. */
export function unpackAscending(packed: string): Uint32Array {
  const bytes = atob(packed);
  const numbers = new Uint32Array(bytes.length);
  let at = 0;
  let last = 0;
  let shift = 1;
  let difference = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes.charCodeAt(i);
    difference += (byte & 127) * shift;
    shift *= 128;
    if (byte >= 128) continue;
    last += difference;
    numbers[at++] = last;
    difference = 0;
    shift = 1;
  }
  return numbers.slice(0, at);
}

/** The reverse of `unpackAscending`. */
export function packAscending(numbers: Uint32Array): string {
  let bytes = '';
  let last = 0;
  for (const number of numbers) {
    let difference = number - last;
    last = number;
    while (difference > 127) {
      bytes += String.fromCharCode((difference & 127) | 128);
      difference = Math.floor(difference / 128);
    }
    bytes += String.fromCharCode(difference);
  }
  return btoa(bytes);
}
