import { defineConfig } from '@playwright/test'
import { hasDisplay } from './scripts/lib/display.ts'
import { takeDisplay } from './tests/support/displays.ts'

// A display has one keyboard focus: workers share none, and a desk of somebody's own is not filled twice.
const workers = hasDisplay() ? 1 : 2
takeDisplay()

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.test.ts',
  outputDir: 'out/e2e/results',
  globalSetup: './tests/support/electron-setup.ts',
  workers,
  timeout: 120_000,
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
