import { expect, test } from '#tests/support/browser'
import { faultsIn } from '#tests/support/markup'
import { newestMail } from '#tests/support/newcomer'
import { follow, press } from '#tests/support/page'

test.use({ isAlone: true })

test('a declined seat goes to the next by itself, who accepts it from the message', async ({ openAs }) => {
  const amara = await openAs('Amara Diallo')
  await amara.goto('/today')
  await follow(amara, /offer/i)
  await follow(amara, 'Decline')
  await press(amara, 'Decline the offer')

  const dmitri = await openAs('Dmitri Sokolov')
  await expect(async () => {
    const mail = await newestMail(dmitri, 'dmitri.sokolov@students.example')
    await expect(mail).toContainText(/offer/i, { timeout: 500 })
  }).toPass({ timeout: 90_000 })
  const mail = await newestMail(dmitri, 'dmitri.sokolov@students.example')
  await mail.getByRole('link', { name: 'Open its link' }).click()
  await expect(dmitri.getByText(/Neuro IR/).first()).toBeVisible()
  await press(dmitri, 'Accept block 8')
  await expect(dmitri.getByRole('button', { name: 'Accept block 8' })).toHaveCount(0)

  const ana = await openAs('Ana Whitlock')
  await ana.goto('/board/2026-27')
  await expect(ana.getByRole('link', { name: /^Sokolov/ })).toBeVisible()
  await expect(ana.getByRole('link', { name: /^Diallo/ })).toHaveCount(0)
})

test('near the start the coordinator is asked, and offers the seat', async ({ openAs, expectAccessible }) => {
  const ana = await openAs('Ana Whitlock')
  await ana.goto('/board/2026-27')
  await follow(ana, /^Adeyemi/)
  await follow(ana, 'Cancel the place')
  await ana.getByLabel('Reason').fill('The angiography suite is closed in January.')
  await press(ana, 'Cancel and tell the student')
  await ana.goto('/waitlist/2026-27')
  await follow(ana, /Neuro.*7|7.*Neuro/)
  const offer = ana.getByRole('link', { name: /^Offer the seat/ }).first()
  const answer = await ana.goto(new URL((await offer.getAttribute('href'))!, ana.url()).href)
  expect(faultsIn(await answer!.text())).toEqual([])
  await expectAccessible(ana)
  await press(ana, 'Offer the seat')
  await expect(ana.getByRole('status')).toContainText(/is offered the seat until/)
})
