// Installs the packages of the pages when they are missing or older than the lock file, so that a build without
// changes stays fast.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = 20;
const folder = fileURLToPath(new URL('..', import.meta.url));
const lockFile = new URL('../package-lock.json', import.meta.url);
// npm writes this file last, so a broken installation does not look complete.
const installed = new URL('../node_modules/.package-lock.json', import.meta.url);

const fail = (sentence) => {
  console.error(sentence);
  process.exit(1);
};

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  fail(
    `The pages need Node.js ${OLDEST_NODE} or newer, this is ${process.versions.node}; install a newer one or build without the pages (-Pno-ui).`,
  );
}
if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lockFile).mtimeMs) {
  process.exit(0);
}
const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
  cwd: folder,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (npm.error !== undefined) {
  fail('The pages need npm, which is not on the PATH; install it with Node.js or build without the pages (-Pno-ui).');
}
process.exit(npm.status ?? 1);
