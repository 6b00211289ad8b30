import { defineConfig } from '@playwright/test';
import config from './playwright.config';

/** Measures how fast pages are on a running Tenure, on a machine with nothing else to do. */
export default defineConfig({ ...config, projects: [], testMatch: '*.measurement.ts', timeout: 120_000 });
