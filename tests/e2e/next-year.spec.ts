import type { Page } from '@playwright/test'
import { expect, test } from '#tests/support/browser'
import { letTimePass } from '#tests/support/clock'
import { sayWhereYouStudy, signUp } from '#tests/support/newcomer'
import { fillDate, press } from '#tests/support/page'
import { pdf } from '#tests/support/papers'

test.use({ isAlone: true })

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name, exact: true }).first().click()
const said = (page: Page) => page.locator('.flash')
const alert = (page: Page) => page.getByRole('alert', { name: 'There is a problem' })
const history = (page: Page) => page.getByRole('region', { name: 'History' })
const task = (page: Page, name: string) => page.locator('.tasks li').filter({ hasText: name })
const row = (page: Page, name: RegExp) => page.getByRole('row', { name })

async function setBlocksAndHolidays(ana: Page): Promise<void> {
  await ana.goto('/settings')
  await follow(ana, 'Academic years and blocks')
  await follow(ana, '2027–⁠28')
  await expect(task(ana, 'Set the seats')).toContainText('Cannot start yet')
  await follow(ana, 'Copy last year’s blocks')
  await expect(row(ana, /^Block 1 /)).toContainText('Jul 5 – 30, 2027')
  await press(ana, 'Copy 12 blocks')
  await expect(said(ana)).toContainText('The blocks are copied.')
  await expect(task(ana, 'Enter the blocks')).toContainText('12 blocks, 24 halves')
  await follow(ana, 'Block 1')
  await fillDate(ana, 'First day', '2027-07-06')
  const half = ana.getByRole('group', { name: 'Half 1', exact: true })
  await press(ana, 'Save block')
  await expect(alert(ana)).toContainText('is outside block 1')
  await fillDate(half, 'First day', '2027-07-06')
  await press(ana, 'Save block')
  await expect(said(ana)).toContainText('Block 1 is saved.')
  await expect(row(ana, /^Block 1 /)).toContainText('Jul 6 – 30, 2027')
  await follow(ana, 'Change the holidays')
  await press(ana, 'Add a holiday')
  const added = ana.getByRole('group', { name: 'Holiday 7', exact: true })
  await expect(added.getByLabel('Name')).toHaveValue('')
  await added.getByLabel('Month').fill('1')
  await added.getByLabel('Day', { exact: true }).fill('17')
  await added.getByLabel('Year').fill('2028')
  await added.getByLabel('Name').fill('Martin Luther King Jr. Day')
  await press(ana, 'Save holidays')
  await expect(ana.getByText('Martin Luther King Jr. Day').first()).toBeVisible()
}

/** A third clerkship, prepared with what it asks for, and published. */
async function addClerkship(ana: Page): Promise<void> {
  await ana.goto('/settings')
  await follow(ana, 'Clerkships and requirements')
  await follow(ana, 'Add a clerkship')
  await press(ana, 'Add clerkship')
  await expect(alert(ana).getByRole('link').first()).toHaveText('Enter the name')
  await ana.getByLabel('Name').fill('Neuro elective')
  await ana.getByLabel('Summary').fill('2 weeks on neuro IR, for 4th-year students.')
  await ana.getByLabel('Weeks').fill('2')
  await press(ana, 'Add clerkship')
  await expect(said(ana)).toContainText('Neuro elective is added. Now say what it asks for.')
  await follow(ana, 'Add a requirement')
  await expect(heading(ana)).toHaveText('Add a requirement')
  await ana.getByLabel('Name').fill('CV')
  await ana.getByLabel('Task').fill('Upload your CV')
  await ana.getByLabel('Before an application is sent').check()
  await press(ana, 'Add requirement')
  await expect(said(ana)).toContainText('CV is asked for from now on.')
  await press(ana, 'Publish this clerkship')
  await expect(said(ana)).toContainText('Neuro elective is published')
}

async function setSeats(ana: Page): Promise<void> {
  await ana.goto('/settings/years/2027-28')
  await follow(ana, 'Set the seats')
  await press(ana, 'Copy the seats of 2026–⁠27')
  await expect(ana.getByText('26 seats, 2 of them held, 0 taken.')).toBeVisible()
  await ana.getByLabel('Seats on Neuro IR in block 5').fill('1')
  await ana.getByLabel('Held on Peripheral IR in block 5').fill('9')
  await press(ana, 'Save seats')
  await expect(alert(ana).getByRole('link')).toHaveText(/Hold no more seats on Peripheral IR in block.5 than there are/)
  await expect(ana.getByLabel('Seats on Neuro IR in block 5')).toHaveValue('1')
  await ana.getByLabel('Held on Peripheral IR in block 5').fill('1')
  await press(ana, 'Save seats')
  await expect(ana.getByText('27 seats, 3 of them held, 0 taken.')).toBeVisible()
  await expect(history(ana)).toContainText('Block 5, Neuro IR, seats: 0 → 1')
  await fillSeats(ana)
  await follow(ana, 'Neuro elective')
  await ana.getByLabel('Seats on Neuro IR in block 9A').fill('1')
  await press(ana, 'Save seats')
  await expect(ana.getByText('1 seat, 0 of them held, 0 taken.')).toBeVisible()
  await ana.getByText('Fill many cells').click()
}

/** A range, refused, then filled but for a block, and taken back. */
async function fillSeats(ana: Page): Promise<void> {
  const choose = (label: string, block: number) =>
    ana.getByLabel(label, { exact: true }).selectOption({ index: block - 1 })
  await ana.getByText('Fill many cells').click()
  await ana.getByLabel('Seats in each cell').fill('4')
  await ana.getByLabel('On', { exact: true }).selectOption('Neuro IR')
  await choose('From', 9)
  await choose('To', 8)
  await ana.getByRole('checkbox', { name: /^Block 11,/ }).check()
  await ana.getByLabel('Seats on Peripheral IR in block 9').fill('3')
  await press(ana, 'Fill and save')
  await expect(alert(ana).getByRole('link')).toHaveText(/^Choose block.9 or a later one: the range begins there$/)
  await expect(ana.getByRole('checkbox', { name: /^Block 11,/ })).toBeChecked()
  await choose('To', 12)
  await ana.getByLabel('Seats in each cell').press('Enter')
  await expect(said(ana)).toContainText('The seats are saved: filling changed 3 cells.')
  await expect(ana.getByLabel('Seats on Neuro IR in block 10')).toHaveValue('4')
  await expect(ana.getByLabel('Seats on Neuro IR in block 11')).toHaveValue('0')
  await expect(ana.getByLabel('Seats on Peripheral IR in block 9')).toHaveValue('3')
  await said(ana).getByRole('button', { name: 'Undo' }).click()
  await expect(ana.getByText('27 seats, 3 of them held, 0 taken.')).toBeVisible()
}

async function setDates(ana: Page): Promise<void> {
  await ana.goto('/settings/years/2027-28')
  await expect(task(ana, 'Set the seats')).toContainText('28 seats')
  await follow(ana, 'Say when students can apply')
  await expect(ana.getByRole('checkbox', { checked: true })).toHaveCount(13)
  await fillDate(ana, 'Open on', '2027-06-01')
  await press(ana, 'Open these dates then')
  await expect(alert(ana).getByRole('link')).toHaveText(/^Block.1 closes on May.6, 2027: choose an earlier day/)
  await fillDate(ana, 'Open on', '2027-02-01')
  await press(ana, 'Open these dates then')
  await expect(said(ana)).toContainText('The dates are set.')
  await expect(history(ana)).toContainText('Neuro elective, block 9A: opens Monday, February 1, 2027, 9:00 AM PT')
  await ana.goto('/settings/years/2027-28')
  await expect(task(ana, 'Say when students can apply')).toContainText('Opens Monday, February 1, 2027, 9:00 AM PT')
}

async function apply(page: Page): Promise<void> {
  await page.goto('/clerkships')
  await page.getByRole('link', { name: 'Dates and seats in 2027–⁠28' }).first().click()
  await page.getByRole('link', { name: 'Apply for a sub-internship' }).click()
  await expect(heading(page)).toHaveText('Start an application')
  await press(page, /^Start for 2027–⁠28/)
  await expect(page.getByText(/Sub-internship, 2027–28 · IR-2027-0101/)).toBeVisible()
  const home = page.url()
  await page.goto('/profile')
  await sayWhereYouStudy(page, {
    ...{ promotesOn: '2027-05-03', graduatesOn: '2028-06-23' },
    ...{ medicineOn: '2026-11-20', surgeryOn: '2027-01-15' },
  })
  await page.goto(`${home}/choices`)
  await press(page, 'Add as wish 1 : Block 5, neuro IR')
  await expect(page.locator('.wishes li b')).toHaveText(['Block 5, neuro IR'])
  for (const key of ['cv', 'transcript', 'immunization-form']) {
    await page.goto(`${home}/documents/${key}`)
    if (key === 'transcript') await fillDate(page, 'When was it issued?', '2027-01-20')
    const file = { name: `${key}.pdf`, mimeType: 'application/pdf', buffer: await pdf(key) }
    await page.getByLabel(/, as a file$/).setInputFiles(file)
    await press(page, 'Upload and continue')
    await expect(page.getByText(/^We have your/)).toBeVisible()
  }
  await page.goto(`${home}/statement`)
  await page.getByLabel('Statement of interest').fill('I want to see patients before, during and after.')
  await press(page, 'Save and continue')
  await expect(heading(page)).toHaveText('Your application')
  await page.goto(`${home}/confirmation`)
  await press(page, 'Ask my school')
  await expect(page.getByText('You have done every task.')).toBeVisible()
  await page.goto(`${home}/check`)
  await press(page, 'Send application')
  await expect(page.getByText('You sent it')).toBeVisible()
  await expect(page.getByText('By Monday, February 22')).toBeVisible()
}

for (const javaScriptEnabled of [true, false])
  test(`a coordinator sets up next year, and a student applies for it as soon as it opens, ${
    javaScriptEnabled ? 'with' : 'without'
  } JavaScript`, async ({ openAs, portal, browser, baseURL, expectAccessible }) => {
    test.slow()
    const ana = await openAs('Ana Whitlock', { javaScriptEnabled })
    await setBlocksAndHolidays(ana)
    await addClerkship(ana)
    await setSeats(ana)
    if (javaScriptEnabled) await expectAccessible(ana)
    await setDates(ana)
    if (javaScriptEnabled) await expectAccessible(ana)

    const context = await browser.newContext({ baseURL, javaScriptEnabled })
    const visitor = await context.newPage()
    await visitor.goto('/clerkships/sub-internship')
    const ahead = visitor.getByRole('region', { name: 'Dates and seats in 2027–⁠28' })
    await expect(ahead).toContainText('27 seats open on Monday, February 1, 2027, 9:00 AM PT.')
    await expect(ahead.getByRole('row', { name: /^Block 5 / })).toContainText('Opens Feb 1, 2027, 9:00 AM PT')

    const later = await letTimePass(portal, '2027-02-01T17:01:00Z')
    const student = await context.newPage()
    await signUp(student, 'mira.stone@northgate.example')
    await apply(student)
    await context.close()
    await later.stop()
  })
