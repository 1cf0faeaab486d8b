import type { Locator, Page } from '@playwright/test'
import { expect } from './browser'
import { fillDate, press } from './page'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** The newest mail to this address, on the page that shows mail. */
export async function newestMail(page: Page, email: string): Promise<Locator> {
  await page.goto(`/dev/mail?to=${encodeURIComponent(email)}`)
  return page.getByRole('article').first()
}

/** The code in it. */
export const codeFor = async (page: Page, email: string): Promise<string> =>
  /code is (\d{6})/.exec((await (await newestMail(page, email)).textContent())!)![1]

/** A stranger signs in by the code that was mailed, and is a student then. */
export async function signUp(page: Page, email: string): Promise<void> {
  await page.goto('/applications')
  await page.getByLabel('E-mail address').fill(email)
  await press(page, 'Send me a code')
  await expect(heading(page)).toHaveText('Enter your code')
  const asked = page.url()
  const code = await codeFor(page, email)
  await page.goto(asked)
  await page.getByLabel('Code').fill(code)
  await press(page, /^Sign in$/)
  await expect(heading(page)).toHaveText('Your applications')
}

type Studies = { promotesOn: string; graduatesOn: string; medicineOn: string; surgeryOn: string }

/** Fills the page that asks where a student studies, and saves it. */
export async function sayWhereYouStudy(page: Page, studies: Studies): Promise<void> {
  await page.getByLabel('School', { exact: true }).fill('Northgate School of Medicine')
  await page.getByLabel('Registrar’s e-mail address').fill('registrar@northgate.example')
  await fillDate(page, 'When do you become a 4th-year student?', studies.promotesOn)
  await fillDate(page, 'When do you graduate?', studies.graduatesOn)
  await fillDate(page, 'Last day of your medicine clerkship', studies.medicineOn)
  await fillDate(page, 'Last day of your surgery clerkship', studies.surgeryOn)
  await page.getByLabel('USMLE Step 1').check()
  await fillDate(page, 'When did you pass it?', '2026-02-10')
  await press(page, 'Save and continue')
  await expect(page.getByRole('alert')).toHaveCount(0)
}
