import { expect, test } from '#tests/support/browser'

test.use({ isAlone: true })

for (const javaScriptEnabled of [true, false]) {
  test(`time passes in the demo by a button, with all that falls due, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    openAs,
    expectAccessible,
  }) => {
    const aoki = await openAs('Ben Aoki', { javaScriptEnabled })
    const clock = aoki.getByRole('form', { name: 'The demo’s clock' })
    await aoki.goto('/applications')
    await expect(clock).toContainText('Tuesday, November 24, 2026, 9:0')
    await clock.getByRole('button', { name: 'Let a day pass' }).click()
    await expect(aoki.locator('.flash')).toContainText('It is now Wednesday, November 25, 9:0')
    expect(new URL(aoki.url()).pathname).toBe('/applications')
    await clock.getByRole('button', { name: 'Let a week pass' }).click()
    await expect(aoki.locator('.flash')).toContainText('It is now Wednesday, December 2, 9:0')
    await clock.getByRole('button', { name: 'Pass the next deadline' }).click()
    await expect(aoki.locator('.flash')).toContainText('It is now Thursday, December 3, 12:00 AM PT')
    await expect(aoki.locator('.flash')).toContainText('1 offer ended without a reply.')
    await expect(clock).toContainText('Thursday, December 3, 2026, 12:00 AM PT')
    if (javaScriptEnabled) await expectAccessible(aoki)
  })
}
