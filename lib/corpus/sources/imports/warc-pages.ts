import { LimitReader, WARCParser, type WARCRecord } from 'warcio';
import { BrokenFile } from './broken-file';
import { type Chunks, wholeOf } from './chunks';

/** A page as a crawler stored it. */
export interface StoredPage {
  url: string;
  /** As the server sent it, transfer and content encodings undone; `null` for one that is too long or cannot be unpacked. */
  bytes: Uint8Array<ArrayBuffer> | null;
  /** Charset the server stated, where it did. */
  charset: string | null;
}

/** Longest page that is read, in bytes. */
const longestPage = 16_000_000;

/**
 * The HTML pages of a WARC file (unpacked), as crawlers such as Common Crawl's news crawl write them: answers that
 * succeeded, with their addresses. Requests, pictures, errors and records that only point elsewhere are passed over.
 *
 * @throws BrokenFile where the rest is no WARC any more.
 */
export async function* pagesInWarc(chunks: Chunks): AsyncGenerator<StoredPage> {
  const source = new EndingPlainly(chunks);
  const records = WARCParser.iterRecords(source);
  for (;;) {
    const next = await records.next().catch((error: unknown) => {
      if (error instanceof BrokenFile) throw error;
      throw new BrokenFile('the WARC file is broken from here on. Get the file again.', { cause: error });
    });
    if (next.done) return;
    const record = next.value;
    const { warcType, warcTargetURI: url } = record;
    if (!warcType || !/^WARC\//.test(record.warcHeaders.statusline)) throw new BrokenFile(notWarc);
    const type = record.httpHeaders?.headers.get('content-type') ?? record.warcContentType ?? '';
    const isAnswer =
      warcType === 'resource' || (warcType === 'response' && isGood(record.httpHeaders?.statusCode));
    if (!isAnswer || !url || !/^https?:/i.test(url) || !/html/i.test(type)) continue;
    const bytes = await contentOf(record);
    if (source.hasEnded && isCutOff(record)) throw new BrokenFile(endsEarly);
    yield {
      url,
      bytes,
      charset: /charset=["']?([\w:.-]{2,40})/i.exec(type)?.[1] ?? null,
    };
  }
}

/** How often the end may be asked for: a few times is usual. */
const patience = 100;

/** Where a record is cut off, the library asks for its rest for ever (`skipFully` at the end of its source). This says that there is none. */
class EndingPlainly {
  readonly #source: AsyncIterator<Uint8Array>;
  #asked = 0;

  constructor(chunks: Chunks) {
    this.#source = chunks[Symbol.asyncIterator]();
  }

  get hasEnded(): boolean {
    return this.#asked > 0;
  }

  async next() {
    const step = await this.#source.next();
    if (step.done) this.#asked += 1;
    if (this.#asked > patience) throw new BrokenFile(endsEarly);
    return step;
  }

  [Symbol.asyncIterator]() {
    return this;
  }
}

/** Whether bytes are missing of a record that was read: the library gives a page that was cut off as if it were whole. */
function isCutOff({ _reader: reader }: WARCRecord): boolean {
  return reader instanceof LimitReader && reader.limit > 0;
}

const endsEarly = 'the WARC file ends early. Get the file again.';
const notWarc = 'what follows is no WARC record. Get the file again.';

function isGood(status: string | number | undefined): boolean {
  return Number(status) >= 200 && Number(status) < 300;
}

async function contentOf(record: Chunks): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return await wholeOf(record, longestPage);
  } catch (error) {
    // The archive itself ended or broke; what a server packed badly is only this page's loss.
    if (error instanceof BrokenFile) throw error;
    return null;
  }
}
