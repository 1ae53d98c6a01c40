import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { hasLoneSurrogate, type TextShelf } from '@/lib/core/matching';

/** Where a text stands in the file: its word hashes (4 bytes each, as the machine orders them), and then itself. */
interface Place {
  at: number;
  hashBytes: number;
  textBytes: number;
  form: 'utf8' | 'utf16le';
}

/** Bytes gathered before they are written. */
const fullBuffer = 1_000_000;

/**
 * Texts that wait in a temporary file, so that memory does not grow with them. The system keeps what is often asked for at
 * hand. The file goes away when it is closed or the process ends, however it ends.
 */
export class TextFile implements TextShelf {
  readonly #file: number;
  readonly #places: Place[] = [];
  #end = 0;
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;

  constructor() {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'refrain-'));
    this.#file = openSync(path.join(folder, 'texts'), 'wx+', 0o600);
    rmSync(folder, { recursive: true });
  }

  add(text: string, hashes: Uint32Array): void {
    const form = hasLoneSurrogate(text) ? 'utf16le' : 'utf8';
    const parts = [bytesOf(hashes.slice()), Buffer.from(text, form)] as const;
    const [hashBytes, textBytes] = [parts[0].length, parts[1].length];
    this.#places.push({ at: this.#end, hashBytes, textBytes, form });
    this.#end += hashBytes + textBytes;
    this.#waiting.push(...parts);
    this.#waitingBytes += hashBytes + textBytes;
    if (this.#waitingBytes >= fullBuffer) this.#flush();
  }

  text(number: number): string {
    const { at, hashBytes, textBytes, form } = this.#at(number);
    const bytes = Buffer.allocUnsafe(textBytes);
    this.#read(bytes, at + hashBytes);
    return bytes.toString(form);
  }

  hashes(number: number): Uint32Array {
    const { at, hashBytes } = this.#at(number);
    const hashes = new Uint32Array(hashBytes / 4);
    this.#read(bytesOf(hashes), at);
    return hashes;
  }

  close(): void {
    closeSync(this.#file);
  }

  #at(number: number): Place {
    const place = this.#places[number];
    if (place === undefined) throw new RangeError(`No text ${number} is in the file.`);
    if (this.#waitingBytes > 0) this.#flush();
    return place;
  }

  #read(bytes: Uint8Array, at: number): void {
    const read = readSync(this.#file, bytes, 0, bytes.length, at);
    if (read !== bytes.length)
      throw new Error('The file of waiting texts ended early; the disk may be full.');
  }

  #flush(): void {
    const bytes = Buffer.concat(this.#waiting);
    writeSync(this.#file, bytes, 0, bytes.length, this.#end - bytes.length);
    this.#waiting = [];
    this.#waitingBytes = 0;
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
