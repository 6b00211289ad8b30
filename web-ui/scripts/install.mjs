// Installs the packages of the pages when they are missing or older than the lock file, so that a build without
// changes stays fast.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// The oldest that the build tool runs on, as major and minor version.
const OLDEST_NODE = [20, 19];
const folder = fileURLToPath(new URL('..', import.meta.url));
const lockFile = new URL('../package-lock.json', import.meta.url);
// npm writes this file last, so a broken installation does not look complete.
const installed = new URL('../node_modules/.package-lock.json', import.meta.url);

const fail = (sentence) => {
  console.error(sentence);
  process.exit(1);
};

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  fail(
    `The pages need Node.js ${OLDEST_NODE.join('.')} or newer, this is ${process.versions.node}; install a newer one or build without the pages (-Pno-ui).`,
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
