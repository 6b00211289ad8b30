import { defineConfig } from '@playwright/test';

const { TENURE_URL = 'http://127.0.0.1:8080', TENURE_DEMO_URL = TENURE_URL } = process.env;
const executablePath = process.env['TENURE_CHROMIUM'];

export default defineConfig({
  testDir: 'e2e',
  projects: [
    // These only read, from a Tenure with the customers of the foreign data set.
    { name: 'crmsim', testMatch: '*.spec.ts', testIgnore: '*.demo.spec.ts', use: { baseURL: TENURE_URL } },
    // These write too, into one with the demo company.
    { name: 'demo', testMatch: '*.demo.spec.ts', use: { baseURL: TENURE_DEMO_URL } },
  ],
  outputDir: 'target/e2e',
  // One browser at a time: the tests share a server, and the machine may be small.
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  retries: 0,
  reporter: [['list']],
  use: {
    baseURL: TENURE_URL,
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
    // A trace of every test costs a third of their time; a picture of a failed one says enough to begin with.
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        // Chromium refuses its sandbox to root.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
