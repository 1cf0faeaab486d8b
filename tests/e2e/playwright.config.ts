import { defineConfig, devices } from '@playwright/test'
import { findChromium } from '#tests/support/chromium'

// The settings are read in this process too, and what it leaves here the workers inherit.
process.env.NODE_ENV = 'test'

/**
 * Each worker starts the built portal on a demo database of its own (tests/support/browser.ts).
 * A test tagged @phone runs on the phone only, one tagged @both on both, all others on the desktop.
 */
export default defineConfig({
  testDir: '.',
  outputDir: '../output/browser',
  globalSetup: '../support/global-setup.ts',
  workers: 2,
  fullyParallel: false,
  // A loaded machine may miss a deadline once: the second try is on a new demo database, and the sum names it.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  timeout: 180_000,
  expect: { timeout: 15_000 },
  use: {
    ...devices['Desktop Chrome'],
    actionTimeout: 30_000,
    navigationTimeout: 30_000,
    locale: 'en-US',
    timezoneId: 'America/Los_Angeles',
    // Recording costs a fifth of the time: only the second try is recorded.
    trace: 'on-first-retry',
    launchOptions: { executablePath: findChromium(), args: ['--no-sandbox', '--disable-background-networking'] },
  },
  projects: [
    { name: 'desktop', grepInvert: /@phone/, use: { viewport: { width: 1280, height: 800 } } },
    { name: 'phone', grep: /@phone|@both/, use: { viewport: { width: 390, height: 844 }, hasTouch: true } },
  ],
})
