// Fails the build when a first visit would load more than the limit: the entry, what it imports, and the first page.
import { readFileSync, rmSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMIT_KILOBYTES = 250;
const ENTRY = 'index.html';
const FIRST_PAGE = 'src/features/portfolio/portfolio-page.tsx';

const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

/** All files a chunk needs, with those of the chunks it imports. */
function filesOf(name, seen = new Set()) {
  const chunk = manifest[name];
  if (chunk === undefined) {
    throw new Error(`The build has no chunk for ${name}; this check has to follow the rename.`);
  }
  if (!seen.has(name)) {
    seen.add(name);
    for (const imported of chunk.imports ?? []) {
      filesOf(imported, seen);
    }
  }
  return [...seen].flatMap((chunkName) => [manifest[chunkName].file].concat(manifest[chunkName].css ?? []));
}

const kilobytesOf = (files) =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, dist))).length, 0) / 1000;

const entry = new Set(filesOf(ENTRY));
const firstLoad = new Set([...entry, ...filesOf(FIRST_PAGE)]);
const size = kilobytesOf([...firstLoad]);
console.log(
  `First load ${size.toFixed(1)} kB gzip of ${LIMIT_KILOBYTES} kB allowed (entry ${kilobytesOf([...entry]).toFixed(1)} kB).`,
);
if (size > LIMIT_KILOBYTES) {
  console.error(`The first load is ${(size - LIMIT_KILOBYTES).toFixed(1)} kB too large.`);
  process.exit(1);
}

// The manifest has served its purpose; it need not be handed out with the pages.
rmSync(new URL('.vite', dist), { recursive: true });
