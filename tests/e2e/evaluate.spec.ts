import type { Page } from '@playwright/test'
import { cast } from '#db/seed/cast'
import { expect, test } from '#tests/support/browser'

const said = 'saw the limb ischemia consult alone and had the ABIs ready. Next time: call the primary team first.'
const ratings = [
  ['Took a focused history', 'Student led, I prompted'],
  ['Presented the patient', 'Student led, I only checked'],
  ['Read the relevant imaging', 'Student led, I prompted'],
  ['Wrote a consult', 'Not seen'],
  ['Kept sterile technique', 'I led, student helped'],
  ['Followed patients', 'Student led, I prompted'],
] as const

const radio = (page: Page, item: string, answer: string) =>
  page.getByRole('group', { name: item }).getByText(answer, { exact: true })
const isChecked = (page: Page, item: string, answer: string) =>
  expect(page.getByRole('group', { name: item }).getByRole('radio', { name: answer })).toBeChecked()
const openFirst = (page: Page) => page.getByRole('link', { name: 'Evaluate Theo Marsh' }).click()

test.describe('a resident evaluates', { tag: '@phone' }, () => {
  test.use({ isAlone: true })

  test('in eight taps and a text, with one scroll; every change is kept; a double tap sends once', async ({
    page,
    signInAs,
    expectAccessible,
  }) => {
    await signInAs(cast.brandt.name)
    await page.goto('/evaluations')
    await expectAccessible()
    await openFirst(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Evaluate Theo Marsh')
    await expectAccessible()
    let taps = 0
    const tap = async (item: string, answer: string) => {
      await radio(page, item, answer).click()
      taps++
    }
    await tap('Have you treated Theo', 'No')
    for (const [item, answer] of ratings) await tap(item, answer)
    await page.getByLabel('One thing done well').fill(`Did well: ${said}`)
    await expect(page.locator('.sendbar')).toContainText(/Saved \d+:\d\d [AP]M/)

    const form = (await page.locator('form.evaluate').boundingBox())!
    const top = await page.evaluate(() => window.scrollY)
    expect(form.y + top + form.height).toBeLessThanOrEqual(2 * 844)
    await page.reload()
    for (const [item, answer] of ratings) await isChecked(page, item, answer)
    await expect(page.getByLabel('One thing done well')).toHaveValue(`Did well: ${said}`)
    await expectAccessible()

    await page.evaluate(() => window.scrollTo(0, 0))
    const send = page.getByRole('button', { name: 'Send evaluation' })
    await expect(send).toBeInViewport()
    taps++
    expect(taps).toBeLessThanOrEqual(8)
    await send.dblclick()
    await expect(page.getByRole('status').filter({ hasText: 'Sent.' })).toBeVisible()

    await page.getByRole('link', { name: 'Theo Marsh' }).click()
    await expect(page.getByRole('main')).toContainText('Signed')
    await expect(page.getByRole('main')).not.toContainText('version 2')
    await expect(page.getByRole('main')).toContainText(said)
    await expectAccessible()
  })

  test('and is refused with every word kept; "did not work with" takes two taps', async ({ page, signInAs }) => {
    await signInAs(cast.brandt.name)
    await page.goto('/evaluations')
    await openFirst(page)
    await radio(page, 'Have you treated Theo', 'No').click()
    await radio(page, ...ratings[0]).click()
    await page.getByRole('button', { name: 'Did well …' }).click()
    await expect(page.getByLabel('One thing done well')).toBeFocused()
    await page.keyboard.type('calm.')
    await page.getByRole('button', { name: 'Send evaluation' }).click()
    const summary = page.getByRole('alert')
    await expect(summary).toBeFocused()
    await expect(summary.getByRole('link')).toHaveCount(6)
    await expect(summary).toContainText('Write at least 80 characters; you have 15')
    await expect(page).toHaveTitle(/^Error: /)
    await isChecked(page, ...ratings[0])
    await expect(page.getByLabel('One thing done well')).toHaveValue('Did well: calm.')
    await summary.getByRole('link', { name: /^Rate: presented/ }).click()
    await expect(page.getByRole('group', { name: 'Presented the patient' }).getByRole('radio').first()).toBeFocused()

    await page.getByRole('link', { name: 'I did not work with Theo' }).click()
    await page.getByRole('button', { name: 'I did not work with Theo' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'The form is closed.' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Evaluate Theo Marsh' })).toHaveCount(0)
  })
})

test.describe('without JavaScript', { tag: '@phone' }, () => {
  test.use({ isAlone: true, javaScriptEnabled: false })

  test('a resident starts, saves, comes back, is refused and sends; a conflict closes a form', async ({
    page,
    signInAs,
  }) => {
    await signInAs(cast.brandt.name)
    await page.goto('/evaluations')
    await openFirst(page)
    await radio(page, 'Have you treated Theo', 'No').click()
    for (const [item, answer] of ratings.slice(0, 5)) await radio(page, item, answer).click()
    await page.getByRole('button', { name: 'Did well …' }).click()
    await expect(page.getByLabel('One thing done well')).toHaveValue(/^Did well: $/)
    for (const [item, answer] of ratings.slice(0, 5)) await isChecked(page, item, answer)
    await page.getByLabel('One thing done well').fill(`Did well: ${said}`)
    await page.getByRole('button', { name: 'Save', exact: true }).first().click()
    await expect(page.locator('.sendbar')).toContainText('1 rating left')
    await page.getByRole('button', { name: 'Send evaluation' }).click()
    await expect(page.getByRole('alert')).toContainText('Rate: followed patients afterward')
    for (const [item, answer] of ratings.slice(0, 5)) await isChecked(page, item, answer)
    await radio(page, ...ratings[5]).click()
    await page.getByRole('button', { name: 'Send evaluation' }).click()
    await expect(page.getByText('Sent.')).toBeVisible()

    await page.getByRole('link', { name: 'Theo Marsh' }).click()
    await page.getByRole('link', { name: 'Correct what you sent' }).click()
    await radio(page, 'Followed patients', 'I led, student helped').click()
    await page.getByRole('button', { name: 'Sign version 2' }).click()
    await expect(page.getByRole('alert').getByRole('link')).toHaveText('Say why you change it')
    await isChecked(page, 'Followed patients', 'I led, student helped')
    await page.getByLabel('Why you correct it').fill('I mixed up two hand-overs.')
    await page.getByRole('button', { name: 'Sign version 2' }).click()
    await expect(page.getByText('Corrected. The earlier version is kept.')).toBeVisible()
    await expect(page.getByRole('main')).toContainText('version 2')

    await page.goto('/evaluations')
    await page.getByRole('link', { name: 'Evaluate Hana Kimura' }).click()
    await radio(page, 'Have you treated Hana', 'Yes, close the form').click()
    await expect(page.getByRole('group', { name: 'Took a focused history' })).toBeHidden()
    await page.getByRole('button', { name: 'Close the form' }).click()
    await expect(page.getByText('The form is closed.')).toBeVisible()
    await expect(page.getByRole('main')).toContainText('Nothing waiting.')
  })
})

test.describe('from the attending to the student', () => {
  test.use({ isAlone: true })

  test('the residents’ answers open with the attending’s own; grade and letter follow', async ({
    page,
    signInAs,
    openAs,
    expectAccessible,
  }) => {
    await signInAs(cast.chen.name)
    await page.goto('/evaluations')
    await page.getByRole('link', { name: 'Evaluate Hana Kimura' }).click()
    await radio(page, 'Have you treated Hana', 'No').click()
    await page.getByLabel('Days together').fill('6')
    await radio(page, 'Overall', 'Student led, I prompted').click()
    await page.getByLabel('One sentence').fill('Hana read the films before I did.')
    await page.getByRole('button', { name: 'Send evaluation' }).click()
    await page.getByRole('link', { name: 'Hana Kimura' }).first().click()
    await expect(page.getByRole('heading', { name: 'What the residents saw' })).toBeVisible()

    const director = await openAs(cast.duarte.name)
    await director.goto('/completion')
    await expectAccessible(director)
    await director.getByRole('link', { name: 'Hana Kimura' }).click()
    await expectAccessible(director)
    await expect(director.getByLabel('Narrative')).toHaveValue(/“Hana read the films before I did\.”/)
    await director.getByRole('button', { name: 'Sign grade' }).click()
    await expect(director.getByRole('alert')).toContainText('Select the grade')
    await expect(director.getByLabel('Narrative')).toHaveValue(/“Hana read the films before I did\.”/)
    await director.getByText('High Pass', { exact: true }).click()
    await director.getByRole('button', { name: 'Sign grade' }).click()
    await expect(director.getByText('Signed. The student was told')).toBeVisible()

    const student = await openAs(cast.kimura.name)
    await student.goto('/feedback')
    await expect(student.getByRole('main')).toContainText('Hana read the films before I did.')
    await expectAccessible(student)
    await student.getByRole('link', { name: 'Your grade' }).click()
    await expect(student.getByRole('heading', { name: 'High Pass' })).toBeVisible()
    await expectAccessible(student)
    await student.goto('/feedback')
    await student.getByRole('link', { name: 'Letter of recommendation' }).click()
    await student.getByRole('button', { name: 'Ask for the letter' }).click()
    await expect(student.getByRole('alert').getByRole('link')).toHaveCount(6)
    await expectAccessible(student)
    await student.getByRole('radio', { name: 'Dr. Adler' }).check()
    await student.getByLabel('Letter ID from ERAS').fill('ERAS-77')
    await student.getByLabel('AAMC ID').fill('12345678')
    await student.getByRole('radio', { name: 'No, I keep it' }).check()
    await student.getByRole('radio', { name: 'Yes, I consent' }).check()
    await student.getByLabel('Your full name').fill('Hana Kimura')
    await student.getByRole('button', { name: 'Ask for the letter' }).click()
    await expect(student.getByText('Asked. The author was told.')).toBeVisible()

    const author = await openAs(cast.adler.name)
    await author.goto('/letters')
    await expectAccessible(author)
    await author.getByRole('link', { name: 'Hana Kimura' }).click()
    await expect(author.getByRole('main')).toContainText('Hana read the films before I did.')
    await expectAccessible(author)
    await author.getByLabel('The letter').fill('I recommend Hana without reservation.')
    await author.getByRole('button', { name: 'Sign letter' }).click()
    await author.getByRole('button', { name: 'Mark as uploaded to ERAS' }).click()
    await expectAccessible(author)
    await student.reload()
    const file = await student.request.get(
      (await student.getByRole('link', { name: 'Read the letter' }).getAttribute('href'))!,
    )
    expect(file.headers()['content-type']).toBe('application/pdf')
  })
})
