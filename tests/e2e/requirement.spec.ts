import type { Page } from '@playwright/test'
import { expect, test } from '#tests/support/browser'
import { press } from '#tests/support/page'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const follow = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first().click()
const said = (page: Page) => page.locator('.flash')
const alert = (page: Page) => page.getByRole('alert', { name: 'There is a problem' })
const history = (page: Page) => page.getByRole('region', { name: 'History' })
const task = (page: Page, name: string) => page.locator('.tasks li').filter({ hasText: name })

test('a visiting student on a phone finds dates and what is needed in three taps, and starts @phone', async ({
  page,
}) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'See dates and seats' }).first().tap()
  await page.getByRole('link', { name: 'What the sub-internship asks for' }).tap()
  await expect(heading(page)).toHaveText('Sub-internship in interventional radiology')
  await expect(page.getByRole('row', { name: /Block 10/ })).toContainText('1 seat')
  await expect(page.getByRole('heading', { name: 'What you need to apply' })).toBeVisible()
  await page.getByRole('link', { name: 'Apply for a sub-internship' }).tap()

  await expect(heading(page)).toHaveText('Sign in')
  await page.getByLabel('E-mail address').fill('visiting@northgate.example')
  await press(page, 'Send me a code')
  await expect(heading(page)).toHaveText('Enter your code')
  const asked = page.url()
  await page.goto('/dev/mail?to=visiting%40northgate.example')
  const code = /code is (\d{6})/.exec((await page.getByRole('article').first().textContent())!)![1]
  await page.goto(asked)
  await page.getByLabel('Code').fill(code)
  await press(page, /^Sign in$/)
  await expect(heading(page)).toHaveText('Start an application')
  await expect(page.getByText('5 dates in 2026–⁠27 are open, the last until Thursday, March 25.')).toBeVisible()
  await press(page, /^Start the Sub-internship/)
  await expect(heading(page)).toHaveText('Your application')
  await expect(task(page, 'Upload your transcript')).toContainText('Not yet started')
})

test.describe('a coordinator', () => {
  test.use({ isAlone: true })
  for (const javaScriptEnabled of [true, false])
    test(`changes a requirement: the public page, drafts and the history see it, sent applications do not, ${
      javaScriptEnabled ? 'with' : 'without'
    } JavaScript`, async ({ page: visitor, openAs, expectAccessible }) => {
      const [ana, lena, iris] = [
        await openAs('Ana Whitlock', { javaScriptEnabled }),
        await openAs('Lena Park', { javaScriptEnabled }),
        await openAs('Iris Romero', { javaScriptEnabled }),
      ]
      await lena.goto('/applications')
      await lena.getByRole('link', { name: /Sub-internship/ }).click()
      await expect(task(lena, 'Upload your transcript')).toContainText('more than 6 months before you send')
      await iris.goto('/applications')
      await iris.getByRole('link', { name: /Sub-internship/ }).click()
      await expect(heading(iris)).toHaveText('Your application')

      await ana.goto('/settings')
      await follow(ana, 'Clerkships and requirements')
      await follow(ana, 'Sub-internship in interventional radiology')
      await follow(ana, 'Transcript')
      await expect(ana.getByText('3 applications that are not sent yet will follow it.')).toBeVisible()
      await expect(ana.getByText('3 students (Cho, Delgado, and Park) get a message 10 minutes later')).toBeVisible()
      await ana.getByLabel('Issued at most so many days before').fill('a week')
      await ana.getByLabel('Sentence beside it').fill('Official, and at most 5 days old when you send.')
      await press(ana, 'Save as a new version')
      await expect(alert(ana).getByRole('link')).toHaveText('Enter how many days old it may be, from 0 to 3660')
      await expect(ana.getByLabel('Sentence beside it')).toHaveValue('Official, and at most 5 days old when you send.')
      await ana.getByLabel('Issued at most so many days before').fill('5')
      await ana.getByLabel('Name').fill('Official transcript')
      await ana.getByLabel('Task').fill('Upload your official transcript')
      await press(ana, 'Save as a new version')
      await expect(said(ana)).toContainText(
        'Official transcript is saved. It counts for applications that are sent from',
      )
      await expect(ana.getByRole('row', { name: /Version 2/ })).toContainText('Issued at most 5 days before sending')
      await expect(ana.getByRole('row', { name: /Version 1/ })).toContainText('Issued at most 6 months before sending')
      await expect(history(ana)).toContainText(
        'Rule: Issued at most 6 months before sending → Issued at most 5 days before sending',
      )
      if (javaScriptEnabled) await expectAccessible(ana)

      await visitor.goto('/clerkships/sub-internship')
      await expect(visitor.getByText('Official, and at most 5 days old when you send.')).toBeVisible()
      await lena.reload()
      await expect(task(lena, 'Upload your official transcript')).toContainText('more than 5 days before you send')
      await iris.reload()
      await expect(iris.getByRole('term').filter({ hasText: /^Transcript$/ })).toBeVisible()
      await expect(iris.getByText('Official transcript')).toHaveCount(0)
      await ana.goto('/review')
      await ana
        .getByRole('link', { name: /Romero/ })
        .first()
        .click()
      await expect(heading(ana)).toContainText('Romero')
      await expect(ana.getByRole('link', { name: 'Transcript Received' })).toBeVisible()
      await expect(ana.getByText('more than 5 days before')).toHaveCount(0)

      await ana.goto('/clerkships/sub-internship/requirements/transcript')
      await history(ana).getByRole('button', { name: /^Undo/ }).first().click()
      await expect(ana.getByRole('row', { name: /Version 3/ })).toContainText('Issued at most 6 months before sending')
      await visitor.reload()
      await expect(visitor.getByText('Official, and not older than 6 months on the day you send.')).toBeVisible()
    })

  for (const javaScriptEnabled of [true, false])
    test(`puts what is asked in another order, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
      page: visitor,
      openAs,
    }) => {
      const ana = await openAs('Ana Whitlock', { javaScriptEnabled })
      const first = (page: Page) =>
        page.getByRole('region', { name: /^(What you need to apply|To apply)$/ }).locator('li')
      await ana.goto('/clerkships/elective/edit')
      await follow(ana, 'Change the order')
      await expect(first(ana).first()).toContainText('CV')
      await press(ana, 'Down CV')
      await expect(first(ana).first()).toContainText('Transcript')
      await press(ana, 'Save the order')
      await expect(said(ana)).toContainText('The order is saved.')
      await expect(history(ana)).toContainText('Order of what is needed before an application is sent')
      await visitor.goto('/clerkships/elective')
      await expect(first(visitor).first()).toContainText('Transcript')
      await said(ana).getByRole('button', { name: 'Undo' }).click()
      await expect(history(ana).getByText('Order of what is needed before an application is sent')).toHaveCount(2)
      await visitor.reload()
      await expect(first(visitor).first()).toContainText('CV')
    })

  test('asks for one thing more, and no more for another', async ({ page: visitor, openAs }) => {
    const ana = await openAs('Ana Whitlock')
    await ana.goto('/clerkships/elective/edit')
    await follow(ana, 'Add a requirement')
    await press(ana, 'Add requirement')
    await expect(alert(ana).getByRole('link').first()).toHaveText('Enter the name')
    await ana.getByLabel('Name').fill('Parking form')
    await ana.getByLabel('Task').fill('Upload your parking form')
    await ana.getByLabel('Sentence beside it').fill('Signed by you.')
    await press(ana, 'Add requirement')
    await expect(said(ana)).toContainText('Parking form is asked for from now on.')
    await follow(ana, 'Badge photo')
    await press(ana, 'Ask for it no more')
    await expect(said(ana)).toContainText('Badge photo is asked for no more.')
    await visitor.goto('/clerkships/elective')
    await expect(visitor.getByText('Signed by you.')).toBeVisible()
    await expect(visitor.getByText('Badge photo')).toHaveCount(0)
    await press(ana, 'Undo')
    await expect(heading(ana)).toHaveText('Badge photo')
    await visitor.reload()
    await expect(visitor.getByText('Badge photo')).toBeVisible()
  })
})
