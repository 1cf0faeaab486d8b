import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test'
import { type Portal, startPortal } from './server'

export { expect }

/** A person in front of a browser of their own. */
type Somebody = (name: string, options?: BrowserContextOptions) => Promise<Page>
type Here = {
  /** `test.use({ isAlone: true })`: a portal and a demo database for this test alone, for journeys that change much. */
  isAlone: boolean
  portal: Portal
  /** Signs in through the demo's sign-in page as a member of the cast, leaving whoever was signed in. */
  signInAs: (name: string) => Promise<void>
  /** Another browser, with another person of the cast signed in; watched like the first. */
  openAs: Somebody
  /** Fails with what axe finds wrong on the page (WCAG 2.2 AA and best practice). */
  expectAccessible: (page?: Page) => Promise<void>
  watched: (context: BrowserContext) => void
}

/** What the browser complains about: CSP violations, script errors, answers of 500; a refusal (4xx) is no error, nor is a look-ahead that leaving cut. */
function watch(context: BrowserContext, complaints: string[]): void {
  context.on('weberror', (error) => complaints.push(String(error.error().stack ?? error.error())))
  context.on('console', (message) => {
    const isRefusal = /^Failed to load resource: .* status of 4\d\d/.test(message.text())
    const isLeft = message.text().startsWith('Failed to fetch manifest patches')
    if (message.type() === 'error' && !isRefusal && !isLeft)
      complaints.push(`${message.text()} (${message.location().url})`)
  })
}

async function signIn(page: Page, name: string): Promise<void> {
  await page.context().clearCookies({ name: /sign-in$/ })
  await page.goto('/sign-in')
  const button = page.locator('.cast button').filter({ has: page.getByText(name, { exact: true }) })
  const folded = page.locator('details:not([open])').filter({ has: button })
  if (await folded.count()) await folded.locator('summary').click()
  await button.click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

export const test = base.extend<Here, { shared: Portal }>({
  shared: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are used from the pattern
    async ({}, use) => {
      const portal = await startPortal()
      await use(portal)
      await portal.stop()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  isAlone: [false, { option: true }],
  portal: async ({ isAlone, shared }, use) => {
    const portal = isAlone ? await startPortal() : shared
    await use(portal)
    if (isAlone) await portal.stop()
  },
  baseURL: async ({ portal }, use) => use(portal.url),
  watched: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are used from the pattern
    async ({}, use) => {
      const complaints: string[] = []
      await use((context) => watch(context, complaints))
      expect(complaints, 'what the browser complained about').toEqual([])
    },
    { auto: true },
  ],
  context: async ({ context, watched }, use) => {
    watched(context)
    await use(context)
  },
  signInAs: async ({ page }, use) => use((name) => signIn(page, name)),
  openAs: async ({ browser, baseURL, watched, viewport }, use) => {
    const opened: BrowserContext[] = []
    await use(async (name, options) => {
      const context = await browser.newContext({ baseURL, viewport, ...options })
      opened.push(context)
      watched(context)
      const page = await context.newPage()
      await signIn(page, name)
      return page
    })
    for (const context of opened) await context.close()
  },
  expectAccessible: async ({ page: first }, use) =>
    use(async (page = first) => {
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
      const found = violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html) }))
      expect(found, `what axe found on ${page.url()}`).toEqual([])
    }),
})
