import { cast } from '#db/seed/cast'
import { expect, test } from '#tests/support/browser'

const folder = process.env.PICTURES ?? 'tests/output/pictures'

/** The README's pictures: `npm run pictures` makes them anew where the README finds them. */
test('the board is a picture of the README', async ({ page, signInAs }) => {
  await signInAs('Ana Whitlock')
  await page.goto('/board')
  await expect(page.getByRole('heading', { name: /^Block 6/ })).toBeVisible()
  await page.screenshot({ path: `${folder}/board.png` })
})

test('the form on a phone is a picture of the README', { tag: '@phone' }, async ({ page, signInAs }) => {
  await signInAs(cast.brandt.name)
  await page.goto('/evaluations')
  await page
    .getByRole('link', { name: /^Evaluate / })
    .first()
    .click()
  await expect(page.getByRole('button', { name: 'Send evaluation' })).toBeVisible()
  await page.mouse.move(0, 0)
  await page.screenshot({ path: `${folder}/form.png` })
})
