import { fileURLToPath } from 'node:url'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vitest/config'

const folder = (name) => fileURLToPath(new URL(name, import.meta.url))

/** Vite's configuration and Vitest's: one file, so that both resolve imports alike. */
export default defineConfig({
  plugins: process.env.VITEST
    ? []
    : [
        remix({
          future: {
            v3_fetcherPersist: true,
            v3_lazyRouteDiscovery: true,
            v3_relativeSplatPath: true,
            v3_routeConfig: true,
            v3_singleFetch: true,
            v3_throwAbortReason: true,
          },
        }),
      ],
  resolve: { alias: { '#app': folder('app'), '#db': folder('db'), '#tests': folder('tests') } },
  // Tests run React as the server does (tests/support/setup.ts), which knows no development JSX.
  ...(process.env.VITEST && { esbuild: { jsxDev: false } }),
  css: { transformer: 'lightningcss' },
  // The first browsers with popover and :has(); older targets would rewrite :is() with another specificity.
  build: {
    cssMinify: 'lightningcss',
    cssTarget: ['chrome117', 'edge117', 'firefox125', 'safari17'],
    assetsInlineLimit: 0,
  },
  server: { hmr: { port: Number(process.env.HMR_PORT ?? 24678) } },
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/fault/**/*.test.ts'],
    globalSetup: ['tests/support/global-setup.ts'],
    setupFiles: ['tests/support/setup.ts'],
    env: { LOG_LEVEL: 'silent' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // Each file opens a database of its own and closes it: loading the portal anew for each took a quarter of the time.
    isolate: false,
  },
})
