import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Where the answers come from while the pages are developed. */
const TENURE = process.env['TENURE_URL'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  build: {
    // The manifest tells the size check which files a first visit loads.
    manifest: true,
    // The pages may not run inline scripts or load data URLs, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    // The server refuses writes from pages of another origin, which this page is while it is developed.
    proxy: { '/api': { target: TENURE, changeOrigin: true, headers: { Origin: TENURE } } },
  },
  test: {
    // Tests that need a document say so in their first line; starting one costs a second each.
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/test-setup.ts'],
    restoreMocks: true,
  },
});
