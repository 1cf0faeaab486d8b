import { gzipSync } from 'node:zlib'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '#tests/support/browser'
import { faultsIn } from '#tests/support/markup'

const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']
const widths = [320, 390, 820, 1280]
const kilobytes = 1024

/** Whatever the page says of itself in the console: a refused style or script, a failed hydration, a missing file. */
function complaints(page: Page): string[] {
  const said: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) said.push(message.text())
  })
  page.on('pageerror', (error) => said.push(error.message))
  return said
}

test('every component is free of findings in every theme and width', async ({ page }) => {
  const said = complaints(page)
  await page.goto('/styleguide', { waitUntil: 'networkidle' })
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const width of widths) {
      await page.setViewportSize({ width, height: 844 })
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(rules).analyze()
      const found = violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target) }))
      expect(found, `${colorScheme} at ${width}`).toEqual([])
      const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement)
      expect(scrollWidth, `nothing scrolls sideways at ${width}`).toBe(clientWidth)
    }
  }
  expect(said).toEqual([])
})

test('the refused form takes the focus, and each of its lines leads to a field', async ({ page }) => {
  await page.goto('/styleguide')
  const summary = page.getByRole('alert', { name: 'There is a problem' })
  await expect(summary).toBeFocused()
  for (const link of await summary.getByRole('link').all()) {
    const id = (await link.getAttribute('href'))!.slice(1)
    const field = page.locator(`[id="${id}"]`)
    const described = (await field.getAttribute('aria-describedby')) ?? (await describedByGroup(page, id))
    const error = page.locator(`[id="${described.split(' ')[0]}"]`)
    await expect(error).toHaveText(`Error: ${await link.textContent()}`)
  }
})

/** A control in a group is described by its fieldset. */
const describedByGroup = async (page: Page, id: string) =>
  (await page.locator(`fieldset:has([id="${id}"])`).getAttribute('aria-describedby')) ?? ''

test('a checked answer stays told apart when colors are forced', async ({ browser }) => {
  const context = await browser.newContext({ forcedColors: 'active', viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await page.goto('/styleguide')
  const checked = page.locator('#filled .segmented label:has(:checked)').first()
  const look = await checked.evaluate((label) => ({
    border: getComputedStyle(label).borderInlineStartWidth,
    mark: getComputedStyle(label, '::after').content,
  }))
  expect(look.border).toBe('4px')
  expect(look.mark).toContain('✓')
  await context.close()
})

test('paper shows the page without navigation, with where and when it was printed', async ({ page }) => {
  await page.goto('/styleguide?stage=returned')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(page.getByRole('button', { name: 'Accept block 8' })).toBeHidden()
  await expect(page.getByText(/\/styleguide\?stage=returned · \w+day, /)).toBeVisible()
})

test('whatever is pressed is large enough for a thumb', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/styleguide')
  const heights = await page
    .locator('main .button:not(.button--small, dialog *)')
    .evaluateAll((buttons) => buttons.map((button) => Math.round(button.getBoundingClientRect().height)))
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44)
  const ratings = await page
    .locator('.segmented--scale label')
    .evaluateAll((labels) => labels.map((label) => Math.round(label.getBoundingClientRect().height)))
  expect(Math.min(...ratings)).toBeGreaterThanOrEqual(56)
})

test('colors are chosen without JavaScript, and stay', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/styleguide?stage=returned')
  await page.getByLabel('Dark').check()
  await page.getByRole('button', { name: 'Save colors' }).click()
  await expect(page).toHaveURL(/\/styleguide\?stage=returned$/)
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.getByLabel('Dark')).toBeChecked()
  await context.close()
})

test('the menu opens without JavaScript, and closes behind a link with it', async ({ browser, page }) => {
  const viewport = { width: 390, height: 844 }
  const plain = await (await browser.newContext({ javaScriptEnabled: false, viewport })).newPage()
  await plain.goto('/styleguide')
  await plain.getByRole('button', { name: 'Menu' }).click()
  await expect(plain.getByRole('navigation', { name: 'Main' }).getByRole('link').first()).toBeVisible()
  await plain.context().close()

  await page.setViewportSize(viewport)
  await page.goto('/styleguide', { waitUntil: 'networkidle' })
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link').first().click()
  await expect(page.locator('h1')).toBeFocused()
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden()
})

test('the markup is valid, and the one stylesheet stays under 20 kB', async ({ page, request }) => {
  const response = await page.goto('/styleguide')
  expect(faultsIn(await response!.text())).toEqual([])
  const sheets = await page
    .locator('link[rel="stylesheet"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')!))
  expect(sheets).toHaveLength(1)
  const css = await (await request.get(sheets[0]!)).body()
  expect(gzipSync(css).length).toBeLessThan(20 * kilobytes)
})
