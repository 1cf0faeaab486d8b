import type { Page } from '@playwright/test'
import { expect, test } from '#tests/support/browser'
import { letWait } from '#tests/support/crowd'
import { follow, press } from '#tests/support/page'

test.use({ isAlone: true })

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const said = (page: Page) => page.locator('.flash').first()
const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test('a coordinator asks for places, reads why, takes some over and finds them on the board', async ({
      openAs,
      expectAccessible,
    }) => {
      const page = await openAs('Ana Whitlock', { javaScriptEnabled })
      await page.goto('/board/2026-27')
      await press(page, 'Propose places')
      await expect(heading(page)).toHaveText('Proposal 1: 2 changes')
      await expect(page.getByText('Optimal')).toBeVisible()
      await expect(page.getByText('4 get the first wish, 1 the second; nobody stays without a place.')).toBeVisible()
      await expect(row(page, 'Ines Rivera')).toContainText('Block 11, Peripheral IR')
      await expect(row(page, 'Ines Rivera')).toContainText(/Wish 1: Held for affiliates until December\s29/)
      if (javaScriptEnabled) await expectAccessible(page)

      await page.getByRole('checkbox', { name: 'Mateo Santos' }).uncheck()
      await page.getByRole('checkbox', { name: 'Ines Rivera' }).uncheck()
      await press(page, 'Accept the chosen as drafts')
      await expect(page.getByRole('alert')).toContainText('Choose at least one change.')
      await expect(heading(page)).toHaveText('Proposal 1: 2 changes')
      await expect(page.getByRole('checkbox', { name: 'Mateo Santos' })).not.toBeChecked()
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByRole('checkbox', { name: 'Ines Rivera' }).check()
      await press(page, 'Accept the chosen as drafts')
      await expect(said(page)).toContainText('1 change is taken over as a draft.')
      await expect(page.getByRole('link', { name: /^Rivera/ })).toBeVisible()
      await expect(page.getByRole('link', { name: /^Santos/ })).toHaveCount(0)

      await press(page, 'Propose places')
      await expect(heading(page)).toHaveText('Proposal 2: 1 change')
      await press(page, 'Discard the proposal')
      await expect(said(page)).toContainText('The proposal is discarded.')
    })
  })
}

test('a coordinator pins a draft elsewhere, and the next proposal leaves it there', async ({ openAs }) => {
  const page = await openAs('Ana Whitlock')
  await page.goto('/board/2026-27')
  await follow(page, 'Place Ines Rivera')
  await press(page, /^Place Rivera here.*block 12$/)
  await page.goto('/board/2026-27')
  await follow(page, /^Rivera/)
  await press(page, 'Pin here')
  await page.goto('/board/2026-27')
  await press(page, 'Propose places')
  await expect(heading(page)).toHaveText('Proposal 1: 1 change')
  await expect(row(page, 'Ines Rivera')).toHaveCount(0)
})

test('a coordinator takes over thirty places at once, each with its reason', async ({ openAs, portal }) => {
  await letWait(portal.database, 30)
  const page = await openAs('Ana Whitlock')
  await page.goto('/board/2026-27')
  await press(page, 'Propose places')
  await expect(heading(page)).toHaveText('Proposal 1: 32 changes', { timeout: 30_000 })
  await expect(page.getByText('nobody stays without a place')).toBeVisible()
  const later = page.getByRole('row').filter({ hasText: 'Robin Extra' }).filter({ hasText: 'Block 12' })
  await expect(later.first()).toContainText(/Wish 1: Full: 16 of 16, with .* of the same tier/)
  await expect(later.first()).toContainText(/Giving it would move Robin Extra\d+ from wish 1 to wish 2/)
  await press(page, 'Accept the chosen as drafts')
  await expect(said(page)).toContainText('32 changes are taken over as drafts.')
  await expect(page.getByRole('link', { name: /^Extra\d/ })).toHaveCount(30)
  await expect(page.getByRole('link', { name: 'Publish 33 changes' })).toBeVisible()
})
