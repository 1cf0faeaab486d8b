import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test'
import { cast, type Member } from '#db/seed/cast'
import { type Portal, startPortal } from './server'

export { expect }

/** A person in front of a browser of their own. */
type Somebody = (name: string, options?: BrowserContextOptions) => Promise<Page>
type Here = {
  /** `test.use({ isAlone: true })`: a portal and a demo database for this test alone, for journeys that change much. */
  isAlone: boolean
  portal: Portal
  /** Signs in as a member of the demo's cast, leaving whoever was signed in. */
  signInAs: (name: string) => Promise<void>
  /** Another browser, with another person of the cast signed in, or nobody; watched like the first. */
  openAs: Somebody
  /** Fails with what axe finds wrong on the page (WCAG 2.2 AA and best practice). */
  expectAccessible: (page?: Page) => Promise<void>
  watched: (context: BrowserContext) => void
}

/** What the browser complains about: CSP violations, script errors, answers of 500; a refusal (4xx) is no error, nor is a look-ahead that leaving cut. */
function watch(context: BrowserContext, complaints: string[]): void {
  context.on('weberror', (event) => {
    const { name, message, stack } = event.error()
    if (name !== 'AbortError' && !message.startsWith('signal is aborted')) complaints.push(stack ?? message)
  })
  context.on('console', (message) => {
    const isRefusal = /^Failed to load resource: .* status of 4\d\d/.test(message.text())
    const isLeft = message.text().startsWith('Failed to fetch manifest patches')
    if (message.type() === 'error' && !isRefusal && !isLeft)
      complaints.push(`${message.text()} (${message.location().url})`)
  })
}

const fromHere = { 'sec-fetch-site': 'same-origin' }

/** Signs in by the button's own POST, without its page: sign-in.spec.ts presses it. */
async function signIn({ request }: BrowserContext, name: string): Promise<void> {
  const as = (Object.values(cast) as Member[]).find((member) => member.name === name)?.personId ?? ''
  const answer = await request.post('/sign-in/as', { form: { as }, headers: fromHere, maxRedirects: 0 })
  if (!answer.headers().location) throw new Error(`Nobody was signed in: ${answer.status()} ${await answer.text()}`)
}

export const test = base.extend<Here, { shared: Portal }>({
  shared: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are used from the pattern
    async ({}, use) => {
      const portal = await startPortal()
      await use(portal)
      await portal.stop()
    },
    { scope: 'worker', timeout: 120_000 },
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
  signInAs: async ({ context }, use) => use((name) => signIn(context, name)),
  openAs: async ({ browser, baseURL, watched, viewport }, use) => {
    const opened: BrowserContext[] = []
    await use(async (name, options) => {
      const context = await browser.newContext({ baseURL, viewport, ...options })
      opened.push(context)
      watched(context)
      if (name !== 'nobody') await signIn(context, name)
      return context.newPage()
    })
    for (const context of opened) await context.close()
  },
  expectAccessible: async ({ page: first }, use) =>
    use(async (page = first) => {
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
      // No page has frames, so axe needs no page of its own to gather what it found in them.
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(tags).analyze()
      const found = violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html) }))
      expect.soft(found, `what axe found on ${page.url()}`).toEqual([])
    }),
})
