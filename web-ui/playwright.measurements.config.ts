import { defineConfig } from '@playwright/test';
import config from './playwright.config';

const { projects: _, ...everything } = config;

/** Measures how fast pages are on a running Tenure, on a machine with nothing else to do. */
export default defineConfig({ ...everything, testMatch: '*.measurement.ts', timeout: 120_000 });
