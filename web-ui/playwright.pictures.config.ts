import { defineConfig } from '@playwright/test';
import config from './playwright.config';

const { projects: _, ...everything } = config;

/** Makes the pictures of the documentation, against a running Tenure with the demo company. */
export default defineConfig({ ...everything, testMatch: '*.pictures.ts', timeout: 120_000 });
