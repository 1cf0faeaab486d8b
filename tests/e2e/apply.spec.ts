import type { Page } from '@playwright/test'
import { expect, test } from '#tests/support/browser'
import { sayWhereYouStudy, signUp } from '#tests/support/newcomer'
import { fillDate, press } from '#tests/support/page'
import { pdf } from '#tests/support/papers'

const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click()
const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const task = (page: Page, name: string) => page.locator('.tasks li').filter({ hasText: name })
const alert = (page: Page) => page.getByRole('alert', { name: 'There is a problem' })

async function sayWhereIStudy(page: Page): Promise<void> {
  await follow(page, 'Say where you study')
  await page.getByLabel('School', { exact: true }).fill('Northgate School of Medicine')
  await page.getByLabel('Registrar’s e-mail address').fill('registrar@')
  await fillDate(page, 'When do you become a 4th-year student?', '2026-05-04')
  await fillDate(page, 'When do you graduate?', '2027-02-29')
  await press(page, 'Save and continue')
  await expect(alert(page).getByRole('link')).toHaveText([
    'Enter the e-mail address of your school’s registrar',
    'Enter the day on which you graduate, for example 5 28 2027',
    'Enter the last day of your medicine clerkship',
    'Enter the last day of your surgery clerkship',
  ])
  await expect(page.getByLabel('School', { exact: true })).toHaveValue('Northgate School of Medicine')
  await expect(page.getByRole('group', { name: 'When do you graduate?' }).getByLabel('Day')).toHaveValue('29')
  await sayWhereYouStudy(page, {
    ...{ promotesOn: '2026-05-04', graduatesOn: '2027-06-25' },
    ...{ medicineOn: '2026-03-27', surgeryOn: '2026-06-26' },
  })
  await expect(heading(page)).toHaveText('Your application')
}

async function rankDates(page: Page): Promise<void> {
  await follow(page, 'Rank your dates')
  const wishes = page.locator('.wishes li b')
  await press(page, 'Add as wish 1 : Block 10, peripheral IR')
  await press(page, 'Add as wish 2 : Block 11, peripheral IR')
  await press(page, 'Add as wish 3 : Block 8, either service')
  await expect(wishes).toHaveText(['Block 10, peripheral IR', 'Block 11, peripheral IR', 'Block 8, either service'])
  await press(page, 'Up : Block 11, peripheral IR')
  await expect(page.getByRole('status')).toContainText('Block 11, peripheral IR moved to wish 1.')
  await press(page, 'Remove : Block 8, either service')
  await expect(wishes).toHaveText(['Block 11, peripheral IR', 'Block 10, peripheral IR'])
  await press(page, 'Undo')
  await expect(wishes).toHaveCount(3)
  await press(page, 'Remove : Block 8, either service')
  await expect(wishes).toHaveCount(2)
  await expect(page.getByText('7 dates have closed')).toBeVisible()
  await follow(page, 'Continue')
  await expect(task(page, 'Rank your dates')).toContainText('2 of 5 ranked')
}

async function upload(page: Page, label: string, name: string, buffer: Buffer, button: string): Promise<void> {
  await page.getByLabel(`${label}, as a file`).setInputFiles({ name, mimeType: 'application/pdf', buffer })
  await press(page, button)
}

async function handInPapers(page: Page): Promise<void> {
  await follow(page, 'Upload your transcript')
  await fillDate(page, 'When was it issued?', '2026-03-02')
  await upload(page, 'Transcript', 'transcript.pdf', Buffer.from(`MZ${'\0'.repeat(200)}`), 'Upload and continue')
  await expect(alert(page)).toContainText('This is not a PDF, JPEG, PNG or HEIC file')
  await expect(page.getByLabel('Month')).toHaveValue('3')
  await upload(page, 'Transcript', 'transcript.pdf', await pdf('Transcript', 2), 'Upload and continue')
  await expect(page.getByText('It is dated March 2, 2026, more than 6 months before you send.')).toBeVisible()
  const picture = page.getByAltText('Page 1 of transcript.pdf')
  await picture.scrollIntoViewIfNeeded()
  await expect.poll(() => picture.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBe(1400)
  await fillDate(page, 'When was it issued?', '2026-11-31')
  await upload(page, 'Transcript', 'new transcript.pdf', await pdf('New transcript'), 'Save')
  await expect(alert(page)).toContainText('Enter the date, for example 5 28 2027')
  await expect(page.locator('.document__name')).toHaveText('new transcript.pdf')
  await fillDate(page, 'When was it issued?', '2026-11-03')
  await press(page, /^Save$/)
  await expect(page.getByText('We have your Transcript.')).toBeVisible()
  await follow(page, 'Back to your application')
  for (const [link, label] of [
    ['Upload your CV', 'CV'],
    ['Fill in the immunization form', 'Immunization form'],
  ]) {
    await follow(page, link)
    await upload(page, label, `${label}.pdf`, await pdf(label), 'Upload and continue')
    await follow(page, 'Back to your application')
    await expect(task(page, link)).toContainText('Completed')
  }
}

async function writeStatement(page: Page): Promise<void> {
  const long = 'I want to see patients before, during and after. '.repeat(40).trim()
  await follow(page, 'Write your statement')
  await page.getByLabel('Statement of interest').fill(long)
  await press(page, 'Save and continue')
  await expect(alert(page)).toContainText('Your statement has 360 words. Cut it to 300.')
  await expect(page.getByLabel('Statement of interest')).toHaveValue(long)
  await press(page, 'Save and come back later')
  await expect(task(page, 'Write your statement')).toContainText('In progress')
  await follow(page, 'Write your statement')
  await expect(page.getByLabel('Statement of interest')).toHaveValue(long)
  await page.getByLabel('Statement of interest').fill(long.slice(0, 400))
  await press(page, 'Save and continue')
  await expect(task(page, 'Write your statement')).toContainText('Completed')
}

async function askSchool(page: Page): Promise<void> {
  await follow(page, 'Ask your school to confirm you')
  await expect(page.getByLabel('Registrar’s e-mail address')).toHaveValue('registrar@northgate.example')
  await press(page, 'Ask my school')
  await expect(task(page, 'Ask your school')).toContainText('Your school has until December 15.')
}

async function confirmAsSchool(page: Page, name: string): Promise<void> {
  await page.goto('/dev/mail?to=registrar%40northgate.example')
  await page.getByRole('article').filter({ hasText: name }).first().getByRole('link', { name: 'Open its link' }).click()
  await expect(heading(page)).toHaveText(`Confirm ${name}`)
  await page.getByLabel('Your name').fill('Dana Reyes')
  await page.getByLabel(/In good standing/).check()
  await press(page, 'Confirm and sign')
  await expect(alert(page).getByRole('link')).toHaveCount(3)
  await expect(page.getByLabel('Your name')).toHaveValue('Dana Reyes')
  await expect(page.getByLabel(/In good standing/)).toBeChecked()
  await page.getByLabel(/In the year of study/).check()
  await page.getByLabel(/Covered by malpractice/).check()
  await page.getByLabel('Your title or office').fill('Registrar')
  await press(page, 'Confirm and sign')
  await expect(page.getByText('Dana Reyes, Registrar')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Confirm and sign' })).toHaveCount(0)
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'
  test.describe(`a new student on a phone, ${how}`, { tag: '@phone' }, () => {
    test.use({ javaScriptEnabled, isAlone: true })
    test('applies from the first sign-in to the school’s word', async ({
      page,
      browser,
      baseURL,
      expectAccessible,
    }) => {
      const check = async () => void (javaScriptEnabled && (await expectAccessible()))
      await signUp(page, 'mira.stone@northgate.example')
      await expect(page.getByText('You have no application yet.')).toBeVisible()
      await follow(page, 'Start an application')
      await check()
      await press(page, /Start the Sub-internship/)
      await expect(page.getByText('You have 9 tasks left.')).toBeVisible()
      const here = page.url()
      await check()
      await sayWhereIStudy(page)
      await rankDates(page)
      await handInPapers(page)
      await writeStatement(page)
      await askSchool(page)
      await expect(page.getByText('You have done every task. Send by Thursday, January 28, 11:59 PM PT.')).toBeVisible()
      await follow(page, 'Check your answers, then send')
      await check()
      await press(page, 'Send application')
      await expect(page.getByText('Sent November 24. We reply by December 15.')).toBeVisible()
      await check()
      await page.goto(`${here}/choices`)
      await expect(page.getByRole('button', { name: /^(Up|Down|Remove|Add)/ })).toHaveCount(0)

      const school = await browser.newContext({ baseURL, javaScriptEnabled })
      await confirmAsSchool(await school.newPage(), 'Mira Stone')
      await school.close()
      await page.goto(`${here}/confirmation`)
      await expect(page.getByText('Dana Reyes, Registrar')).toBeVisible()

      await page.goto(`${here}/withdrawal`)
      await check()
      await page.getByLabel('Why (optional)').fill('My school changed its calendar.')
      await press(page, 'Withdraw application')
      await expect(page.getByText('You withdrew on November 24.')).toBeVisible()
    })
  })
}

test('a refused application leaves no trace of another student’s', async ({ page, signInAs }) => {
  await signInAs('Lena Park')
  await page.goto('/applications')
  const href = await page.locator('main a[href^="/applications/"]').last().getAttribute('href')
  await signInAs('Amara Diallo')
  for (const end of ['', '/choices', '/statement', '/documents/cv', '/documents/cv/file', '/confirmation', '/check']) {
    expect((await page.goto(`${href}${end}`))!.status(), end).toBe(404)
  }
})
