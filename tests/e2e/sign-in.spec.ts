import type { Page } from '@playwright/test'
import { cast } from '#db/seed/cast'
import { expect, test } from '#tests/support/browser'
import { letSignInsRunOut } from '#tests/support/expiry'
import { codeFor, newestMail } from '#tests/support/newcomer'
import { press } from '#tests/support/page'

const roles = [cast.whitlock, cast.adler, cast.duarte, cast.bauer, cast.calloway, cast.raman]

test('the demo lets anyone sign in as a member of the cast with one button', async ({ page }) => {
  for (const { name } of roles) {
    await page.context().clearCookies({ name: /sign-in$/ })
    await page.goto('/sign-in')
    await signInFromHere(page, name)
    await expect(page.getByRole('banner')).toContainText(name)
  }
})

test('a stranger is shown the way to sign in, and led back from there', async ({ page }) => {
  await page.goto('/evaluations')
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fevaluations$/)
  await signInFromHere(page, cast.brandt.name)
  await expect(page).toHaveURL(/\/evaluations$/)
})

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  test.describe(`signing in by e-mail, ${how}`, () => {
    test.use({ javaScriptEnabled })

    test('an unknown address becomes a student by its code and lands where it wanted to go', async ({ page }) => {
      const email = `jo.bell.${javaScriptEnabled}@new-school.example`
      await page.goto('/account')
      await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount$/)
      await page.getByLabel('E-mail address').fill(email)
      await press(page, 'Send me a code')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Enter your code')
      const asked = page.url()
      const code = await codeFor(page, email)

      await page.goto(asked)
      await page.getByLabel('Code').fill(code === '000000' ? '000001' : '000000')
      await press(page, 'Sign in')
      await expect(page.getByRole('alert')).toContainText('you have 4 tries left')
      await page.getByLabel('Code').fill(`${code.slice(0, 3)} ${code.slice(3)}`)
      await press(page, 'Sign in')
      await expect(page).toHaveURL(/\/account$/)
      await expect(page.getByLabel('Name', { exact: true })).toHaveValue(/^Jo Bell/)

      await page.goto(asked)
      await page.getByLabel('Code').fill(code)
      await press(page, 'Sign in')
      await expect(page.getByRole('alert')).toContainText('This code no longer counts')
    })

    test('the link in the mail fills the code in, and only the button signs in', async ({ page }) => {
      const email = `link.${javaScriptEnabled}@new-school.example`
      await page.goto('/sign-in')
      await page.getByLabel('E-mail address').fill(email)
      await press(page, 'Send me a code')
      await expect(page).toHaveURL(/\/sign-in\/code/)
      await (await newestMail(page, email)).getByRole('link', { name: 'Open its link' }).click()
      await expect(page.getByLabel('Code')).toHaveValue(/^\d{6}$/)
      await page.goto('/account')
      await expect(page).toHaveURL(/\/sign-in/)
      await (await newestMail(page, email)).getByRole('link', { name: 'Open its link' }).click()
      await press(page, 'Sign in')
      await expect(page).toHaveURL(/\/today|\/applications/)
    })

    test('an address that cannot be one is refused with every word kept', async ({ page, expectAccessible }) => {
      await page.goto('/sign-in')
      await page.getByLabel('E-mail address').evaluate((input: HTMLInputElement) => (input.type = 'text'))
      await page.getByLabel('E-mail address').fill('jo.bell at school')
      await press(page, 'Send me a code')
      await expect(page.getByRole('alert')).toContainText('Enter an e-mail address like name@school.edu')
      await expect(page.getByLabel('E-mail address')).toHaveValue('jo.bell at school')
      if (javaScriptEnabled) await expectAccessible()
    })
  })

  test.describe(`a sign-in that ran out, ${how}`, () => {
    test.use({ javaScriptEnabled })

    const forms = [
      { who: cast.weiss, path: '/account', field: 'Introduction (optional)', button: 'Save', words: 'I row at dawn.' },
      {
        who: cast.park,
        path: '/profile',
        field: 'Registrar’s e-mail address',
        button: 'Save and continue',
        words: 'office@northgate.example',
      },
      {
        who: cast.whitlock,
        path: '/people/invitations',
        field: 'Name',
        button: 'Send the invitation',
        words: 'Dr. Quint',
      },
    ]
    for (const { who, path, field, button, words } of forms)
      test(`gives the words of ${path} back to ${who.name}`, async ({ page, portal, signInAs }) => {
        await signInAs(who.name)
        await page.goto(path)
        await page.getByLabel(field).fill(words)
        await letSignInsRunOut(portal)
        await press(page, button)
        await expect(page).toHaveURL(/\/sign-in\?next=/)
        await signInFromHere(page, who.name)
        await expect(page).toHaveURL(new RegExp(`${path}\\?kept=yes$`))
        await expect(page.getByLabel(field)).toHaveValue(words)
        await expect(page.getByRole('status')).toContainText('What you typed is still here')
      })

    test('shows them to nobody else', async ({ page, portal, signInAs }) => {
      await signInAs(cast.weiss.name)
      await page.goto('/account')
      await page.getByLabel('Introduction (optional)').fill('I row at dawn.')
      await letSignInsRunOut(portal)
      await press(page, 'Save')
      await signInFromHere(page, cast.park.name)
      await expect(page).toHaveURL(/\/account/)
      await expect(page.getByLabel('Introduction (optional)')).toHaveValue('')
    })
  })
}

async function signInFromHere(page: Page, name: string): Promise<void> {
  await expect(page).toHaveURL(/\/sign-in/)
  const button = page.locator('.cast button').filter({ has: page.getByText(name, { exact: true }) })
  const folded = page.locator('details:not([open])').filter({ has: button })
  if (await folded.count()) await folded.locator('summary').click()
  await button.click()
}

test.describe('an account', () => {
  test.use({ isAlone: true })

  test('is saved, gets a second address, and is signed out everywhere', { tag: '@phone' }, async ({
    page,
    openAs,
    signInAs,
    expectAccessible,
  }) => {
    await signInAs('Lena Park')
    await page.goto('/account')
    await expectAccessible()
    await page.getByLabel('Telephone (optional)').fill('call me')
    await press(page, 'Save')
    await expect(page.getByRole('alert')).toContainText('Enter a telephone number like 213-555-0100')
    await page.getByLabel('Telephone (optional)').fill('213-555-0177')
    await press(page, 'Save')
    await expect(page.getByRole('status')).toContainText('Saved.')

    await page.goto('/account/addresses')
    await expectAccessible()
    await page.getByLabel('E-mail address').fill('lena@home.example')
    await press(page, 'Send a code to it')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Confirm your address')
    await (await newestMail(page, 'lena@home.example')).getByRole('link', { name: 'Open its link' }).click()
    await press(page, 'Add this address')
    await expect(page.getByRole('status')).toContainText('lena@home.example is yours now')
    await press(page, 'Send my mail here lena@home.example')
    await expect(page.getByRole('status')).toContainText('Your mail goes to this address now.')

    const laptop = await openAs('Lena Park')
    await laptop.goto('/account')
    await press(laptop, 'Sign out everywhere')
    await expect(laptop).not.toHaveURL(/\/account/)
    await page.goto('/account')
    await expect(page).toHaveURL(/\/sign-in/)
  })

  test('comes to staff by invitation, once', async ({ page, browser, baseURL, signInAs, expectAccessible }) => {
    await signInAs('Ana Whitlock')
    await page.goto('/people?q=lena')
    await expect(page.getByRole('rowheader')).toHaveText(['Lena Park'])
    await expectAccessible()
    await page.getByRole('link', { name: 'Invite someone' }).click()
    await expect(page.getByRole('heading', { name: 'Invite someone' })).toBeVisible()
    await page.getByLabel('Name').fill('Dr. Quint')
    await page.getByLabel('E-mail address').fill('quint@rotations.example')
    await page.getByLabel('Attending').check()
    await press(page, 'Send the invitation')
    await expect(page.getByRole('status')).toContainText('The invitation goes to quint@rotations.example.')
    await expectAccessible()
    const link = (await newestMail(page, 'quint@rotations.example')).getByRole('link', { name: 'Open its link' })
    const path = (await link.getAttribute('href'))!

    const theirs = await (await browser.newContext({ baseURL, javaScriptEnabled: false })).newPage()
    await theirs.goto(path)
    await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('Welcome, Dr. Quint')
    await press(theirs, 'Accept and sign in')
    await expect(theirs.getByRole('heading', { level: 1 })).not.toHaveText('Welcome, Dr. Quint')
    await theirs.goto('/account')
    await expect(theirs.getByRole('main')).toContainText('Attending')
    await theirs.goto(path)
    await expect(theirs.getByRole('main')).toContainText('This invitation was accepted.')
    await theirs.context().close()
  })
})
