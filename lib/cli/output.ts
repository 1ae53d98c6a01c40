import { once } from 'node:events';
import { writeSync } from 'node:fs';

/** Where a command's results and words go. */
export interface Output {
  /** One result: compact JSON on a line of its own. */
  result(value: unknown): Promise<void>;
  /** Readable text for people (`compare`). */
  text(lines: string): Promise<void>;
  /** Words beside the results; never on standard output. */
  say(words: string): void;
  /** How far a long job is; shown on a terminal only, one line that is overwritten. */
  progress(words: string): void;
  /** The same for a collection: articles read, then asked, of how many. */
  steps(step: 'reading' | 'asking', done: number, of: number | null): void;
}

/** Articles between two signs of progress. */
const stride = 100;

/**
 * The process's own streams. Waits when the reader is slower than we are, so that memory stays flat;
 * when the reader goes away (`| head`), the command ends quietly: nobody is left to read. When results cannot be written
 * (a full disk), it says so and ends with 1.
 */
export function processOutput(): Output {
  const { stdout, stderr } = process;
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
      if (stream === stdout) sayUnwritten(error);
      process.exit(1);
    });
  }
  let shown = 0;
  const clear = () => {
    if (shown > 0) stderr.write(`\r${' '.repeat(shown)}\r`);
    shown = 0;
  };
  const write = async (words: string) => {
    clear();
    if (!stdout.write(words)) await once(stdout, 'drain');
  };
  const progress = (words: string) => {
    if (!stderr.isTTY) return;
    clear();
    const line = words.slice(0, (stderr.columns ?? 80) - 1);
    stderr.write(line);
    shown = line.length;
  };
  return {
    result: (value) => write(`${JSON.stringify(value)}\n`),
    text: (lines) => write(`${lines}\n`),
    say(words) {
      clear();
      stderr.write(`${words}\n`);
    },
    progress,
    steps(step, done, of) {
      if (done % stride !== 0) return;
      progress(of === null ? `${done} articles read` : `${step} ${done} of ${of} articles`);
    },
  };
}

/** At once, because the process ends here. */
function sayUnwritten({ code, message }: NodeJS.ErrnoException): void {
  writeSync(
    2,
    `standard output: it cannot be written (${code ?? message}). Make room, or write to another place.\n`,
  );
}
