import type { Page } from '@playwright/test'
import { expect, test } from '#tests/support/browser'

test.use({ isAlone: true })

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()
const alert = (page: Page) => page.getByRole('alert', { name: 'There is a problem' })
const history = (page: Page) => page.getByRole('region', { name: 'History' })
const grid = (page: Page) => page.getByRole('region', { name: 'Schedule, residents by month' })
const rowOf = (page: Page, name: RegExp) => grid(page).getByRole('row', { name })

async function typeDay(page: Page, legend: string, month: number, day: number, year: number) {
  const group = page.getByRole('group', { name: legend })
  await group.getByLabel('Month').fill(String(month))
  await group.getByLabel('Day').fill(String(day))
  await group.getByLabel('Year').fill(String(year))
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
      await press(page, 'Show what changes')
      await expect(alert(page).getByRole('link')).toHaveText('Select a service, or nothing')
      await page.getByLabel('Service').selectOption('Neuro IR')
      await typeDay(page, 'First day', 3, 8, 2027)
      await press(page, 'Show what changes')
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
      await typeDay(page, 'First day', 11, 23, 2026)
      await typeDay(page, 'Last day', 11, 27, 2026)
      await press(page, 'Show what changes')
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
      await typeDay(page, 'First day', 11, 25, 2026)
      await typeDay(page, 'Last day', 11, 25, 2026)
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
      await page.getByRole('button', { name: 'Undo' }).first().click()
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
        await typeDay(page, 'First day', 4, 1, 2027)
        await typeDay(page, 'Last day', 4, 30, 2027)
        await press(page, 'Show what changes')
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
