import type { Locator, Page } from '@playwright/test'

/** The router of the page where it has started; without JavaScript there is none. */
type Window = { __remixRouter?: { state: { navigation: { state: string } } } }

/** Waits until nothing is at work any more: the document loaded, no click on its way, the page drawn. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('domcontentloaded')
  await page.waitForFunction(() => {
    const router = (globalThis as Window).__remixRouter
    return !router || router.state.navigation.state === 'idle'
  })
  await page.locator('.progress[data-state=idle]').waitFor({ state: 'attached' })
}

/** A file that is handed in is examined in a process of its own, one at a time: that may take a while. */
const patience = { timeout: 60_000 }

/** Presses a button that posts, whether the page loads anew or not, and waits for what it leads to. */
export async function press(page: Page, name: string | RegExp | Locator): Promise<void> {
  const isName = typeof name === 'string' || name instanceof RegExp
  const button = isName ? page.getByRole('button', { name, exact: true }).first() : name
  const answered = page.waitForResponse((response) => response.request().method() === 'POST', patience)
  const loaded = page.waitForEvent('domcontentloaded', { timeout: 0 }).catch(() => {})
  await button.click(patience)
  if ((await answered).request().isNavigationRequest()) await loaded
  await settled(page)
}

/** Follows a link to another address, and waits for its page. */
export async function follow(page: Page, name: string | RegExp): Promise<void> {
  const from = page.url()
  await page.getByRole('link', { name }).first().click()
  await page.waitForURL((url) => url.href !== from, { waitUntil: 'domcontentloaded' })
  await settled(page)
}

/** Types a day, "2027-05-28", into the three fields of the first date with this legend. */
export async function fillDate(within: Page | Locator, legend: string, on: string): Promise<void> {
  const [year, month, day] = on.split('-').map(Number)
  const group = within.getByRole('group', { name: legend }).first()
  await group.getByLabel('Month').fill(String(month))
  await group.getByLabel('Day').fill(String(day))
  await group.getByLabel('Year').fill(String(year))
}
