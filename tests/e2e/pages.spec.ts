import type { BrowserContextOptions, Page } from '@playwright/test'
import { expect, test } from '#tests/support/browser'
import { faultsIn } from '#tests/support/markup'
import { pages, pathOf, recordsOf } from '#tests/support/pages'

/** How many pages a test opens at most: those of a role with many are spread over the workers. */
const MOST = 20
const spread = pages.flatMap(({ paths, ...by }) =>
  Array.from({ length: Math.ceil(paths.length / MOST) }, (_, at) => ({
    ...by,
    paths: paths.slice(at * MOST, (at + 1) * MOST),
  })),
)

type Look = Required<Pick<BrowserContextOptions, 'colorScheme'>> & { width: number; hasScripts: boolean }

/** `npm run test:long` looks at each page in every width and theme, with JavaScript and without. */
const everyLook: Look[] = [390, 820, 1280].flatMap((width) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    [true, false].map((hasScripts) => ({ width, colorScheme, hasScripts })),
  ),
)
const looksAt = (width: number): Look[] =>
  process.env.LONG ? everyLook : [{ width, colorScheme: 'light', hasScripts: true }]

const said = ({ width, colorScheme, hasScripts }: Look) =>
  `at ${width}, ${colorScheme}, ${hasScripts ? 'with' : 'without'} JavaScript`

/** The page as it is sent, without ours: axe is a script too, so that scripts cannot be switched off altogether. */
const withoutScripts = (page: Page) =>
  page.route('**/assets/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }))

test.describe('axe, the validator and the browser find nothing on any page', () => {
  test.describe.configure({ mode: 'parallel' })
  for (const { who, width, paths } of spread) {
    for (const look of looksAt(width)) {
      test(`of ${who}, from ${paths[0]}, ${said(look)}`, async ({ openAs, portal, expectAccessible }) => {
        const records = await recordsOf(portal.database)
        const { width, colorScheme } = look
        const page = await openAs(who, { colorScheme, viewport: { width, height: 844 } })
        if (!look.hasScripts) await withoutScripts(page)
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
