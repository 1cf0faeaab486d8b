import type { Page } from '@playwright/test'
import { expect, test } from '#tests/support/browser'
import { fillDate, press, settled } from '#tests/support/page'

test.use({ isAlone: true })

const alert = (page: Page) => page.getByRole('alert', { name: 'There is a problem' })
const history = (page: Page) => page.getByRole('region', { name: 'History' })
const grid = (page: Page) => page.getByRole('region', { name: 'Schedule, residents by month' })
const rowOf = (page: Page, name: RegExp) => grid(page).getByRole('row', { name })

/** Asks in the address for what would change. */
async function show(page: Page) {
  await page.getByRole('button', { name: 'Show what changes' }).click()
  await settled(page)
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test('a coordinator presses a month, sees what changes, saves it and undoes it', async ({ openAs }) => {
      const page = await openAs('Ana Whitlock', { javaScriptEnabled })
      await page.goto('/schedule')
      await expect(page).toHaveURL(/\/schedule\/2026-27$/)
      await rowOf(page, /^Noor Haddad/)
        .getByRole('link', { name: /Elective.*March.1.–.31: change for Noor Haddad/ })
        .click()
      await expect(page.getByLabel('Who', { exact: true })).toHaveValue(/.+/)
      await show(page)
      await expect(alert(page).getByRole('link')).toHaveText('Select a service, or nothing')
      await page.getByLabel('Service').selectOption('Neuro IR')
      await fillDate(page, 'First day', '2027-03-08')
      await show(page)
      await expect(page.getByRole('heading', { name: 'What changes' })).toBeVisible()
      await expect(page.getByText('Neuro IR, March 8 – 31, 2027')).toBeVisible()
      await press(page, 'Save in the schedule')
      await expect(rowOf(page, /^Noor Haddad/)).toContainText(/E Elective1–7.*N Neuro IR8–31/)
      await expect(page.getByRole('row', { name: /Noor Haddad PGY 6 Differs/ })).toContainText('Neuro IR')
      await expect(history(page)).toContainText('Noor Haddad, March 8 – 31, 2027: Elective → Neuro IR')
      await press(page, 'Undo')
      await expect(rowOf(page, /^Noor Haddad/)).not.toContainText('Neuro')
    })

    test('taking a resident from a published pairing asks first, and names the student', async ({ openAs }) => {
      const page = await openAs('Ana Whitlock', { javaScriptEnabled })
      await page.goto('/schedule/2026-27/entry')
      await page.getByLabel('Who', { exact: true }).selectOption('Priya Raman, PGY 5')
      await page.getByLabel('Service').selectOption('Nothing: empty these days')
      await fillDate(page, 'First day', '2026-11-23')
      await fillDate(page, 'Last day', '2026-11-27')
      await show(page)
      await expect(page.getByText(/Jonah Weiss has them as supervisor, November/)).toBeVisible()
      await press(page, 'Save in the schedule')
      await expect(alert(page).getByRole('link')).toContainText('Confirm that these weeks lose their supervisor')
      await page.getByLabel(/^Save it all the same/).check()
      await press(page, 'Save in the schedule')
      await expect(rowOf(page, /^Priya Raman/)).toContainText(/Nothing set–23–27, November/)
    })

    test('a coordinator enters that a resident is away, is told whom it touches, and takes it back', async ({
      openAs,
    }) => {
      const page = await openAs('Ana Whitlock', { javaScriptEnabled })
      await page.goto('/schedule/2026-27')
      await page.getByRole('link', { name: 'All absences' }).click()
      await page.getByRole('link', { name: 'Enter an absence' }).click()
      await page.getByLabel('Who', { exact: true }).selectOption('Priya Raman, PGY 5')
      await fillDate(page, 'First day', '2026-11-25')
      await fillDate(page, 'Last day', '2026-11-25')
      await press(page, 'Enter absence')
      await expect(alert(page).getByRole('link')).toHaveText(['Enter why they are away'])
      await page.getByLabel('Why').fill('Interview')
      await press(page, 'Enter absence')
      await expect(alert(page)).toContainText('these students lose their supervisor: Jonah Weiss, November 25')
      await page.getByLabel(/^Save it all the same/).check()
      await press(page, 'Enter absence')
      const row = page.getByRole('row', { name: /^Priya Raman November.25, 2026/ })
      await expect(row).toContainText(/Interview.*Jonah Weiss, November.25.*Pair anew/)
      await expect(history(page)).toContainText('Priya Raman away November 25, 2026, Interview added')
      await press(page, 'Undo')
      await expect(row).toHaveCount(0)
    })

    test('of two coordinators the second sees what stands now before saving', async ({ openAs }) => {
      const [ana, joel] = [
        await openAs('Ana Whitlock', { javaScriptEnabled }),
        await openAs('Joel Pierce', { javaScriptEnabled }),
      ]
      for (const [page, service] of [
        [ana, 'Elective'],
        [joel, 'Neuro IR'],
      ] as const) {
        await page.goto('/schedule/2026-27/entry')
        await page.getByLabel('Who', { exact: true }).selectOption('Elias Brandt, PGY 6')
        await page.getByLabel('Service').selectOption(service)
        await fillDate(page, 'First day', '2027-04-01')
        await fillDate(page, 'Last day', '2027-04-30')
        await show(page)
        await expect(page.getByText('Peripheral IR, February 1 – May 31, 2027')).toBeVisible()
      }
      await press(ana, 'Save in the schedule')
      await expect(rowOf(ana, /^Elias Brandt/)).toContainText('Elective')
      await press(joel, 'Save in the schedule')
      await expect(joel.getByText('Somebody changed the schedule meanwhile.').first()).toBeVisible()
      await expect(joel.getByText('Elective, April 1 – 30, 2027')).toBeVisible()
      await press(joel, 'Save in the schedule')
      await expect(rowOf(joel, /^Elias Brandt/)).toContainText('Neuro IR')
    })
  })
}

test('a resident reads the schedule on a phone person by person, and changes nothing @phone', async ({
  page,
  signInAs,
}) => {
  await signInAs('Elias Brandt')
  await page.goto('/schedule')
  await expect(page.getByRole('link', { name: 'Enter a range' })).toHaveCount(0)
  await expect(grid(page)).toBeHidden()
  await page
    .getByRole('region', { name: /^Priya Raman/ })
    .getByRole('link')
    .tap()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Priya Raman')
  await expect(page.getByRole('row', { name: /Peripheral IR/ })).toBeVisible()
  const entry = await page.goto('/schedule/2026-27/entry')
  expect(entry?.status()).toBe(403)
})
