import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.test.ts',
  outputDir: 'out/e2e/results',
  globalSetup: './tests/support/electron-setup.ts',
  // One window at a time: the machine has one keyboard focus.
  workers: 1,
  timeout: 120_000,
  // For the same reason what is waited for may take longer than usual.
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  // A shared machine can starve a window for a minute; a real fault fails twice.
  retries: process.env.CI ? 1 : 0,
  reporter: [
    ['list'],
    ['json', { outputFile: 'out/test/playwright.json' }],
    ['html', { outputFolder: 'out/e2e/report', open: 'never' }],
  ],
})
