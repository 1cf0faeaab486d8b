import { cast } from '#db/seed/cast'
import { expect, test } from '#tests/support/browser'

const roles = [cast.whitlock, cast.adler, cast.duarte, cast.bauer, cast.calloway, cast.raman]

test.describe('the demo', { tag: '@both' }, () => {
  for (const somebody of roles) {
    test(`lets anyone sign in as ${somebody.name} with one button`, async ({ page, signInAs, expectAccessible }) => {
      await signInAs(somebody.name)
      await expect(page.getByRole('banner')).toContainText(somebody.name)
      await expectAccessible()
    })
  }

  test('shows a stranger the way to sign in, and leads back from there', async ({ page, expectAccessible }) => {
    await page.goto('/sign-in')
    await expectAccessible()
    await page.goto('/evaluations')
    await expect(page).toHaveURL(/\/sign-in\?next=%2Fevaluations$/)
  })
})
