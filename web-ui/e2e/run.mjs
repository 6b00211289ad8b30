// Runs the browser tests on whichever browser can be found.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const found = spawnSync(process.execPath, [here('find-browser.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] });
if (found.status !== 0) {
  process.exit(found.status ?? 1);
}
const tests = spawnSync(
  process.execPath,
  [createRequire(import.meta.url).resolve('@playwright/test/cli'), 'test', ...process.argv.slice(2)],
  { cwd: here('..'), stdio: 'inherit', env: { ...process.env, TENURE_CHROMIUM: found.stdout.toString().trim() } },
);
process.exit(tests.status ?? 1);
