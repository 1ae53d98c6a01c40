import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** The project's top folder. */
export const root = path.resolve(import.meta.dirname, '../..');

/** Runs a command in the project, its output shown. Ends this process with the command's exit code if it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) {
    console.error(`Could not run ${command}: ${error.message}`);
    process.exit(1);
  }
  if (status !== 0) {
    console.error(`Failed: ${[command, ...args].join(' ')}`);
    process.exit(status ?? 1);
  }
}
