import type { Page } from '@playwright/test'
import { expect, test } from '#tests/support/browser'
import { press } from '#tests/support/page'

test.use({ isAlone: true })

const follow = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first().click()
const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const said = (page: Page) => page.locator('.flash')
const alert = (page: Page) => page.getByRole('alert', { name: 'There is a problem' })
const history = (page: Page) => page.getByRole('region', { name: 'History' })
const group = (page: Page, name: string) => page.getByRole('group', { name, exact: true })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test('two coordinators set the rules: the second is told, and nothing is overwritten', async ({ openAs }) => {
      const [ana, joel] = [
        await openAs('Ana Whitlock', { javaScriptEnabled }),
        await openAs('Joel Pierce', { javaScriptEnabled }),
      ]
      for (const page of [ana, joel]) {
        await page.goto('/settings')
        await follow(page, 'Names, contact and rules')
        await expect(heading(page)).toHaveText('Names, contact and rules')
      }
      await ana.getByLabel('Time to reply to an offer').fill('900')
      await ana.getByLabel('Name of the hospital').fill('The Hospital')
      await press(ana, 'Save settings')
      await expect(alert(ana).getByRole('link')).toHaveText(
        'Time to reply to an offer: enter a whole number from 1 to 60 (days)',
      )
      await expect(ana.getByLabel('Name of the hospital')).toHaveValue('The Hospital')
      await ana.getByLabel('Time to reply to an offer').fill('10')
      await press(ana, 'Save settings')
      await expect(said(ana)).toContainText('Saved.')
      await expect(history(ana)).toContainText('Time to reply to an offer (days): 14 → 10')

      await joel.getByLabel('Time to reply to an offer').fill('12')
      await joel.getByLabel('We decide within').fill('15')
      await press(joel, 'Save settings')
      await expect(alert(joel)).toContainText('Ana Whitlock changed this')
      await expect(joel.getByLabel('Name of the hospital')).toHaveValue('The Hospital')
      await expect(joel.getByLabel('Time to reply to an offer')).toHaveValue('12')
      await expect(joel.getByLabel('We decide within')).toHaveValue('15')
      await press(joel, 'Save settings')
      await expect(history(joel)).toContainText('Time to reply to an offer (days): 10 → 12')
      await joel.getByLabel('We decide within').fill('16')
      await press(joel, 'Save settings')
      await expect(history(joel)).toContainText('15 → 16')
      await joel.goto('/')
      await expect(joel.getByText('Hear from us within 16 days')).toBeVisible()
    })

    test('a service’s sessions are added, moved and removed, and the removal is undone', async ({ openAs }) => {
      const page = await openAs('Ana Whitlock', { javaScriptEnabled })
      await page.goto('/settings/services')
      await follow(page, 'Neuro IR')
      await follow(page, 'Change the sessions')
      await press(page, /^Up session 4/)
      await expect(group(page, 'Session 3').getByLabel('Name')).toHaveValue('Procedure rooms')
      await press(page, /^Remove session 1/)
      await expect(group(page, 'Session 1').getByLabel('Name')).toHaveValue('Inpatients')
      await press(page, 'Add a session')
      await expect(group(page, 'Session 4').getByLabel('Name')).toHaveValue('')
      await press(page, 'Save sessions')
      await expect(alert(page).getByRole('link')).toHaveText('Enter the name of each session')
      await group(page, 'Session 4').getByLabel('Name').fill('Angio conference')
      await group(page, 'Session 4').getByLabel('Description').fill('Cases of the week.')
      await page.keyboard.press('Tab')
      await press(page, 'Save sessions')
      await expect(said(page)).toContainText('The sessions are saved.')
      await expect(history(page)).toContainText('Session “Stroke consults” removed')
      await expect(page.getByRole('row', { name: /Monday/ })).not.toContainText('Stroke consults')
      await page.goto('/program/services')
      await expect(page.getByText('Angio conference')).toBeVisible()

      await page.goto('/settings/services/neuro')
      await history(page).getByRole('button', { name: /^Undo/ }).first().click()
      await expect(page.getByRole('row', { name: /Monday/ })).toContainText('Stroke consults')
      await expect(page.getByText('Angio conference').first()).toBeVisible()
      await expect(history(page)).toContainText('Session “Angio conference” removed')
    })

    test('fewer students than are placed do not fit, and the day is named', async ({ openAs }) => {
      const page = await openAs('Ana Whitlock', { javaScriptEnabled })
      await page.goto('/settings/services/peripheral')
      await page.getByLabel('Students are placed on this service').uncheck()
      await press(page, 'Save service')
      await expect(alert(page)).toContainText(/students? (is|are) placed here on \w+, \w+.\d+, 202\d: move them/)
      await expect(page.getByLabel('Students are placed on this service')).not.toBeChecked()
    })

    test('a conference is added, ended and removed; clinic days and numbers change', async ({ openAs }) => {
      const page = await openAs('Ana Whitlock', { javaScriptEnabled })
      await page.goto('/settings/conferences')
      await follow(page, 'Add a conference')
      await page.getByLabel('Name').fill('Morbidity and mortality')
      await page.getByLabel('Day', { exact: true }).first().selectOption('Friday')
      await page.getByLabel('Starts').fill('12:00')
      await page.getByLabel('Ends').fill('11:00')
      await press(page, 'Add conference')
      await expect(alert(page).getByRole('link')).toHaveText('It must end after it starts')
      await page.getByLabel('Ends').fill('13:00')
      await press(page, 'Add conference')
      await expect(said(page)).toContainText('Morbidity and mortality is added.')
      await follow(page, 'Morbidity and mortality')
      await press(page, 'Remove this conference')
      await expect(said(page)).toContainText('is removed')
      await press(page, 'Undo')
      await expect(page.getByRole('link', { name: 'Morbidity and mortality' })).toBeVisible()

      await page.goto('/settings/clinic-days')
      await follow(page, 'Dr. Bauer')
      await page.getByLabel('Wednesday morning').selectOption('Vein clinic')
      await press(page, 'Save clinic days')
      await expect(said(page)).toBeVisible()
      await page.goto('/program/people')
      await expect(page.getByRole('row', { name: /Dr. Bauer/ })).toContainText('vein clinic Wednesday morning')

      await page.goto('/settings/figures')
      await group(page, 'Number 1').getByLabel('Number').fill('6,000')
      await press(page, 'Save numbers')
      await expect(said(page)).toBeVisible()
      await page.goto('/')
      await expect(page.getByText('6,000')).toBeVisible()
      await page.goto('/settings')
      await expect(page.getByRole('row', { name: /The year in numbers/ })).toContainText('Ana Whitlock')
    })

    test('a year of the curriculum is shortened, and the public page draws the gap', async ({ openAs }) => {
      const page = await openAs('Ana Whitlock', { javaScriptEnabled })
      await page.goto('/settings/curriculum')
      await follow(page, 'PGY 6')
      await group(page, 'Part 1').getByLabel('Months').fill('11')
      await press(page, 'Save the year')
      await expect(alert(page)).toContainText('more than the 12 months of a year')
      await expect(group(page, 'Part 1').getByLabel('Months')).toHaveValue('11')
      await group(page, 'Part 1').getByLabel('Months').fill('9.5')
      await press(page, 'Save the year')
      await expect(history(page)).toContainText('Peripheral IR, months: 10 → 9½')
      await page.goto('/program/curriculum')
      const [picture] = await page.getByRole('img', { name: /PGY 6: 9½ months Peripheral IR/ }).all()
      await expect(picture.locator('.p-gap')).toHaveCount(1)
    })

    test('a resident becomes a reviewer and back; their year and most students are set', async ({ openAs }) => {
      const page = await openAs('Ana Whitlock', { javaScriptEnabled })
      await page.goto('/people?q=Castell')
      await follow(page, 'Owen Castell')
      await follow(page, 'Change the roles')
      await page.getByLabel(/^Reviewer/).check()
      await press(page, 'Save roles')
      await expect(page.getByText('Resident, reviewer').first()).toBeVisible()
      await press(page, 'Undo')
      await expect(history(page)).toContainText('Roles: Resident, reviewer → Resident')

      await follow(page, 'Change what they are as a teacher')
      await page.getByLabel('Year of training (PGY)').fill('')
      await press(page, 'Save')
      await expect(alert(page).getByRole('link')).toHaveText('Enter the year of training from 1 to 9')
      await page.getByLabel('Year of training (PGY)').fill('3')
      await page.getByLabel('Most students at once').fill('1')
      await press(page, 'Save')
      await expect(page.getByText('Resident, PGY 3')).toBeVisible()
      await page.goto('/program/people')
      await expect(page.getByRole('row', { name: /Owen Castell/ })).toContainText('PGY 3')
    })
  })
}
