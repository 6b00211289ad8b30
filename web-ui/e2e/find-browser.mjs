// Prints the path of a Chromium the tests can drive, installing one when there is none and that is allowed.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

function onThePath(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** Runs a command; what it says goes to stderr, as stdout carries the answer of this script. */
function run(command, options = {}) {
  return spawnSync(command[0], command.slice(1), { stdio: ['ignore', 2, 2], ...options }).status === 0;
}

function fromThePackages() {
  if (onThePath('apt-get') === undefined) {
    return undefined;
  }
  const asRoot =
    process.getuid?.() === 0
      ? []
      : spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0
        ? ['sudo', '-n']
        : undefined;
  if (asRoot === undefined) {
    return undefined;
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const installed =
    run([...asRoot, 'apt-get', 'update'], { env }) &&
    run([...asRoot, 'apt-get', 'install', '--yes', '--no-install-recommends', 'chromium'], { env });
  return installed ? NAMES.map(onThePath).find((path) => path !== undefined) : undefined;
}

async function fromPlaywright() {
  const folder = fileURLToPath(new URL('..', import.meta.url));
  if (!run(['npx', '--no-install', 'playwright', 'install', 'chromium'], { cwd: folder })) {
    return undefined;
  }
  const { chromium } = await import('@playwright/test');
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

/** The path of a browser, or undefined when there is none and none could be had. */
export async function findBrowser() {
  const chosen = process.env.TENURE_CHROMIUM;
  if (chosen !== undefined && chosen !== '') {
    return existsSync(chosen) ? chosen : undefined;
  }
  return NAMES.map(onThePath).find((path) => path !== undefined) ?? fromThePackages() ?? (await fromPlaywright());
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const path = await findBrowser();
  if (path === undefined) {
    console.error(
      'No Chromium was found or could be installed: set TENURE_CHROMIUM to the path of one, or build without the browser tests with -Pno-browser.',
    );
    process.exit(1);
  }
  console.log(path);
}
