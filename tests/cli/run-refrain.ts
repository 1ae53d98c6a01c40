import { spawn } from 'node:child_process';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** What a person starts; it builds the command line first where that is needed. */
const launcher = path.join(root, 'lib/cli/bin.mjs');

/** How a command ended, with what it wrote. */
export interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
  /** Standard output as data: one JSON value a line. */
  results: unknown[];
}

let built: Promise<string> | undefined;

/** The command line as built now, put aside: edits made while tests run change nothing under them. */
export function builtCommandLine(): Promise<string> {
  built ??= (async () => {
    const { code, stderr } = await runNode([launcher, '--version']);
    if (code !== 0) throw new Error(`The command line cannot be built:\n${stderr}`);
    const copy = path.join(await emptyFolder(), 'main.mjs');
    await copyFile(path.join(root, '.output/cli/main.mjs'), copy);
    return copy;
  })();
  return built;
}

/** Runs `refrain` as a process of its own, as a person would, in the project's folder. */
export async function refrain(args: readonly string[], input = ''): Promise<Run> {
  return runNode([await builtCommandLine(), ...args], input);
}

/** Runs a script with this Node in the project's folder. */
export async function runNode(args: readonly string[], input = ''): Promise<Run> {
  const child = spawn(process.execPath, args, { cwd: root });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  // A command that ends before it has read its input closes the pipe; that is its right.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return {
    code,
    stdout,
    stderr,
    get results() {
      return stdout
        .split('\n')
        .filter((line) => line !== '')
        .map((line): unknown => JSON.parse(line));
    },
  };
}

/** A file of the command line's own fixtures. */
export function fixture(name: string): string {
  return path.join('tests/fixtures/cli', name);
}

const folders: string[] = [];
afterAll(async () => {
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
});

/** A new empty folder outside of the project; taken away when the tests of the file are done. */
export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'refrain-'));
  folders.push(folder);
  return folder;
}

/** Writes a file for one test; gives its path. */
export async function fileWith(name: string, content: string | Uint8Array): Promise<string> {
  const file = path.join(await emptyFolder(), name);
  await writeFile(file, content);
  return file;
}
