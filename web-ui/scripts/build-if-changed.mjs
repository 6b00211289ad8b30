// Builds the pages unless the last build that went well is newer than everything it was made from.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'target', 'pages-built');
const notSources = new Set(['node_modules', 'dist', 'target', 'e2e', 'coverage', 'test-results']);

// Folders count too: their time changes when a file in them comes, goes or is renamed.
function newest(path) {
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), status.mtimeMs);
}

function newestSource() {
  return readdirSync(root)
    .filter((name) => !notSources.has(name) && !name.startsWith('.'))
    .reduce((latest, name) => Math.max(latest, newest(join(root, name))), 0);
}

if (existsSync(join(root, 'dist', 'index.html')) && existsSync(stamp) && statSync(stamp).mtimeMs > newestSource()) {
  console.log('The pages are up to date.');
} else {
  const started = new Date();
  const build = spawnSync('npm', ['run', 'build'], { cwd: root, stdio: 'inherit' });
  if (build.status !== 0) process.exit(build.status ?? 1);
  mkdirSync(dirname(stamp), { recursive: true });
  // Nothing that was changed during the build may count as built.
  writeFileSync(stamp, `${started.toISOString()}\n`);
  utimesSync(stamp, started, started);
}
