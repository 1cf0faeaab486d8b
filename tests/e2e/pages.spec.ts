import type { BrowserContextOptions } from '@playwright/test'
import { expect, test } from '#tests/support/browser'
import { faultsIn } from '#tests/support/markup'
import { pages, pathOf, recordsOf } from '#tests/support/pages'

type Look = Required<Pick<BrowserContextOptions, 'colorScheme' | 'javaScriptEnabled'>> & { width: number }

/** `npm run test:long` looks at each page in every width and theme, with JavaScript and without. */
const everyLook: Look[] = [390, 820, 1280].flatMap((width) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    [true, false].map((javaScriptEnabled) => ({ width, colorScheme, javaScriptEnabled })),
  ),
)
const looksAt = (width: number): Look[] =>
  process.env.LONG ? everyLook : [{ width, colorScheme: 'light', javaScriptEnabled: true }]

const said = ({ width, colorScheme, javaScriptEnabled }: Look) =>
  `at ${width}, ${colorScheme}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`

test.describe('axe, the validator and the browser find nothing on any page', () => {
  for (const { who, width, paths } of pages) {
    for (const look of looksAt(width)) {
      test(`of ${who}, ${said(look)}`, async ({ openAs, portal, expectAccessible }) => {
        const records = await recordsOf(portal.database)
        const { width, ...options } = look
        const page = await openAs(who, { ...options, viewport: { width, height: 844 } })
        for (const path of paths) {
          const response = await page.goto(pathOf(path, records))
          const isThere = path === '/no-such-page' ? 404 : 200
          expect.soft(response!.status(), path).toBe(isThere)
          expect.soft(faultsIn(await response!.text()), `the markup of ${path}`).toEqual([])
          await expect(page.locator('main')).toBeVisible()
          await expectAccessible(page)
          const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement)
          expect.soft(scrollWidth, `${path} does not scroll sideways`).toBe(clientWidth)
        }
      })
    }
  }
})
