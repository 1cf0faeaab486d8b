import type { Page } from '@playwright/test'
import { expect, test } from '#tests/support/browser'
import { letWait } from '#tests/support/crowd'
import { newestMail } from '#tests/support/newcomer'
import { follow, press, settled } from '#tests/support/page'

test.use({ isAlone: true })

const bar = (page: Page, name: string) => page.getByRole('region', { name: `Placing ${name}` })
const waiting = (page: Page) => page.getByRole('region', { name: /^Without a place/ })
const summary = (page: Page) => page.getByRole('alert', { name: 'There is a problem' })
const resident = (page: Page, week: RegExp) => page.getByLabel(week).and(page.locator('select'))

/** Goes on by Tab until this has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, role: 'link' | 'button' | 'combobox', name: string | RegExp): Promise<void> {
  const target = page.getByRole(role, { name }).first()
  for (let step = 0; step < 120; step++) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((it) => it === document.activeElement)) return
  }
  throw new Error(`Tab never comes to ${role} ${name}`)
}

test('a coordinator places two students and takes one back, by keyboard alone', async ({ openAs }) => {
  const page = await openAs('Ana Whitlock')
  await page.goto('/board/2026-27')
  await settled(page)
  await tabTo(page, 'link', 'Place Ines Rivera')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^Place Rivera here/ }).and(page.locator(':focus'))).toBeInViewport()
  await tabTo(page, 'link', 'Block 11 Peripheral IR: room')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: /^Place Rivera here.*block 11$/ })).toBeFocused()
  await page.keyboard.press('Enter')

  await expect(page.getByRole('button', { name: /^Place Santos here/ }).and(page.locator(':focus'))).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: 'Publish 3 changes' })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Santos/ })).toBeVisible()
  await tabTo(page, 'button', 'Undo')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: 'Publish 2 changes' })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Santos/ })).toHaveCount(0)
  await expect(page.getByRole('link', { name: /^Rivera/ })).toBeVisible()
})

/** What a hand did since it was counted: places whoever is picked up, by a click or by Enter where the focus is. */
function handOf(page: Page, by: 'mouse' | 'keyboard') {
  const picked = page.getByRole('region', { name: /^Placing / })
  const best = page.getByRole('button', { name: /^Place .* here/ }).and(page.locator(':focus'))
  const hand = { activations: 0, place }
  async function place(): Promise<void> {
    const who = (await picked.getAttribute('aria-label'))!
    await expect(best).toContainText(`Place ${who.split(' ').at(-1)} here`)
    hand.activations++
    if (by === 'keyboard') await page.keyboard.press('Enter')
    else await best.click()
    await expect(page.getByRole('region', { name: who, exact: true })).toHaveCount(0)
    await settled(page)
  }
  return hand
}

const ways = [
  { way: 'by mouse', by: 'mouse', javaScriptEnabled: true },
  { way: 'by keyboard', by: 'keyboard', javaScriptEnabled: true },
  { way: 'by mouse without JavaScript', by: 'mouse', javaScriptEnabled: false },
  { way: 'by keyboard without JavaScript', by: 'keyboard', javaScriptEnabled: false },
] as const

for (const { way, by, javaScriptEnabled } of ways) {
  test(`30 students are placed in 30 activations ${way}, and told; one accepts from the message`, async ({
    openAs,
    portal,
  }) => {
    await letWait(portal.database, 28)
    const page = await openAs('Ana Whitlock', { javaScriptEnabled })
    await page.goto('/today')
    await follow(page, 'To place')
    await expect(page.getByText('30 students to place')).toBeVisible()
    const hand = handOf(page, by)
    while (await page.getByRole('region', { name: /^Placing / }).isVisible()) await hand.place()
    expect(hand.activations).toBe(30)
    await expect(page.getByText('0 students to place')).toBeVisible()
    await expect(page.getByRole('link', { name: /^(Extra\d+|Rivera|Santos)/ })).toHaveCount(30)

    await follow(page, 'Publish 31 changes')
    await press(page, 'Publish and send')
    await expect(page.getByRole('status').first()).toContainText('31 places are published.')
    // Until ten minutes after, the coordinator can take it all back: no message has left.
    await press(page, 'Let a day pass')
    await acceptFromTheMessage(await openAs('nobody', { javaScriptEnabled }))
  })
}

/** Ines reads her offer signed out, signs in where its link leads, and accepts by the first button. */
async function acceptFromTheMessage(page: Page): Promise<void> {
  const mail = await newestMail(page, 'ines.rivera@students.example')
  await mail.getByRole('link', { name: 'Open its link' }).click()
  await page.getByText(/more students$/).click()
  await press(page, /Ines Rivera/)
  await press(page, /^Accept block/)
  await expect(page.getByRole('heading', { level: 1, name: 'Your place' })).toBeVisible()
  await expect(page.getByText('You accepted.').first()).toBeVisible()
}

test('what another coordinator places and takes back shows by itself, and by whom', async ({ openAs }) => {
  const [ana, joel] = [await openAs('Ana Whitlock'), await openAs('Joel Pierce')]
  await ana.goto('/board/2026-27')
  await joel.goto('/board/2026-27')
  await follow(joel, 'Place Ines Rivera')
  await press(joel, /^Place Rivera here.*block 11$/)

  await expect(ana.getByRole('link', { name: /^Rivera/ })).toBeVisible({ timeout: 30_000 })
  await expect(ana.getByText(/Joel Pierce placed Rivera here/)).toBeVisible()

  await follow(joel, 'Stop placing')
  await press(joel, 'Undo')
  await expect(ana.getByRole('link', { name: /^Rivera/ })).toHaveCount(0, { timeout: 30_000 })
})

for (const javaScriptEnabled of [true, false]) {
  test(`of two who place one student the second reads who was first, and sees how it stands, ${
    javaScriptEnabled ? 'with' : 'without'
  } JavaScript`, async ({ openAs }) => {
    const [ana, joel] = [await openAs('Ana Whitlock', { javaScriptEnabled }), await openAs('Joel Pierce')]
    for (const page of [ana, joel]) {
      await page.goto('/board/2026-27')
      await follow(page, 'Place Ines Rivera')
    }
    await press(joel, /^Place Rivera here.*block 11$/)
    await press(ana, /^Place Rivera here.*block 11$/)
    await expect(ana.getByText(/Joel Pierce placed Rivera here/)).toBeVisible()
    await follow(ana, 'See how it stands now')
    await expect(ana.getByRole('heading', { level: 1, name: 'Board 2026–27' })).toBeVisible()
    await expect(ana.getByRole('link', { name: /^Rivera/ })).toBeVisible()
    await follow(joel, 'Stop placing')
    await press(joel, 'Undo')
  })
}

for (const javaScriptEnabled of [true, false]) {
  test(`a coordinator moves a block, takes that back, and moves it after all, ${
    javaScriptEnabled ? 'with' : 'without'
  } JavaScript`, async ({ openAs }) => {
    const page = await openAs('Ana Whitlock', { javaScriptEnabled })
    await page.goto('/settings/years/2026-27')
    await follow(page, /^(Block )?8$/)
    await follow(page, /^Move the block/)
    const move = page.url()
    for (const isLast of [false, true]) {
      await chooseWeekLater(page)
      await expect(page.getByText('3 students are asked again.')).toBeVisible()
      await press(page, /^Move the block/)
      await expect(summary(page).getByRole('link')).toContainText('Enter the reason')
      await page.getByLabel('Reason').fill('The angiography suite is rebuilt.')
      await press(page, /^Move the block/)
      await expect(page.getByRole('heading', { name: /^Block 8 will move to Monday/ })).toBeVisible()
      if (isLast) break
      await press(page, 'Undo')
      await expect(page.getByRole('status').first()).toContainText('Block 8 stays as it is.')
      await page.goto(move)
    }
    await press(page, 'Let a day pass')
    await page.goto('/board/2026-27')
    await expect(page.getByText(/Feb\s8\s–/).first()).toBeVisible()
    const mail = await newestMail(page, 'amara.diallo@students.example')
    await expect(mail).toContainText('Block 8 has moved. Reply by')
  })
}

/** The option of one week later, and whom it touches. */
async function chooseWeekLater(page: Page): Promise<void> {
  const label = (await page.getByRole('option', { name: /1 week later/ }).textContent())!
  await page.getByLabel('New dates').selectOption(label)
  await page.getByRole('button', { name: 'Show whom it touches' }).click()
  await page.waitForURL(/\?to=/)
  await settled(page)
}

test('a coordinator pairs a block by keyboard alone', async ({ openAs }) => {
  const page = await openAs('Ana Whitlock')
  await page.goto('/pairings')
  await settled(page)
  await tabTo(page, 'link', /^Block 7/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await tabTo(page, 'combobox', /^Resident of Lucas Novak/)
  await page.keyboard.press('ArrowDown')
  const chosen = await page.evaluate(() => (document.activeElement as HTMLSelectElement).value)
  expect(chosen).not.toBe('')
  await tabTo(page, 'button', /^Save/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toContainText('Pairings saved.')
  await expect(page.getByLabel(/^Resident of Lucas Novak/).first()).toHaveValue(chosen)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a coordinator places, skips, takes back, and publishes what was chosen', async ({ openAs }) => {
    const page = await openAs('Ana Whitlock', { javaScriptEnabled: false })
    await page.goto('/board/2026-27')
    await follow(page, 'Place Ines Rivera')
    await press(page, /^Place Rivera here.*block 12$/)
    await expect(bar(page, 'Mateo Santos')).toBeVisible()
    await follow(page, 'Stop placing')
    await expect(waiting(page)).not.toContainText('Place Ines Rivera')
    await press(page, 'Undo')
    await expect(page.getByRole('status')).toContainText('Ines Rivera is not placed any more.')
    await follow(page, 'Skip Rivera')
    await expect(bar(page, 'Mateo Santos')).toBeVisible()
    await press(page, /^Place Santos here/)

    await follow(page, 'Publish 2 changes')
    for (const box of await page.getByRole('checkbox').all()) await box.uncheck()
    await press(page, 'Publish and send')
    await expect(page).toHaveTitle(/^Error: /)
    await expect(summary(page).getByRole('link')).toHaveText('Choose at least one change to publish')
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0)
    await summary(page).getByRole('link').click()
    await expect(page.getByRole('checkbox').first()).toBeFocused()
    await page.getByLabel('Mateo Santos').check()
    await press(page, 'Publish and send')
    await expect(page.getByRole('status').first()).toContainText('1 place is published.')
    await expect(page.getByRole('link', { name: 'Publish 1 change' })).toBeVisible()
  })

  test('a coordinator fills the empty weeks of a block, changes one and publishes them', async ({ openAs }) => {
    const page = await openAs('Ana Whitlock', { javaScriptEnabled: false })
    await page.goto('/pairings')
    await follow(page, /^Block 7/)
    await follow(page, 'Fill empty weeks')
    const first = resident(page, /^Resident of Lucas Novak/).first()
    await first.selectOption('')
    await press(page, /^Save/)
    await expect(page.getByRole('status')).toContainText('Pairings saved.')
    await expect(first).toHaveValue('')
    await follow(page, 'Publish pairings')
    await press(page, /^Publish/)
    await expect(page.getByRole('status')).toContainText('Pairings published')
  })
})

test.describe('on a phone', { tag: '@phone' }, () => {
  test('a coordinator sees only what the student asked for, and places them with a thumb', async ({ openAs }) => {
    const page = await openAs('Ana Whitlock')
    await page.goto('/board/2026-27')
    await expect(page.getByRole('heading', { name: /^Block 9$/ })).toBeVisible()
    await follow(page, 'Place Ines Rivera')
    await expect(page.getByRole('heading', { name: /^Block 8$/ })).toBeVisible()
    await expect(page.getByRole('heading', { name: /^Block 9$/ })).toBeHidden()
    await page.getByRole('link', { name: 'Block 11 Peripheral IR: room' }).click()
    const button = page.getByRole('button', { name: /^Place Rivera here.*block 11$/ })
    await expect(button).toBeInViewport()
    await press(page, button)
    await expect(bar(page, 'Mateo Santos')).toBeInViewport()
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement)
    expect(scrollWidth).toBe(clientWidth)
  })

  test('a coordinator pairs a student week by week', async ({ openAs }) => {
    const page = await openAs('Ana Whitlock')
    await page.goto('/pairings')
    await follow(page, /^Block 7/)
    const first = resident(page, /^Resident of Lucas Novak/).first()
    await first.selectOption({ index: 1 })
    await press(page, /^Save/)
    await expect(page.getByRole('status')).toContainText('Pairings saved.')
    await expect(first).not.toHaveValue('')
  })
})
