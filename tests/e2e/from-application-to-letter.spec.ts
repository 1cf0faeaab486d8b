import type { BrowserContext, Page } from '@playwright/test'
import { expect, test } from '#tests/support/browser'
import { letTimePass } from '#tests/support/clock'
import { follow, press } from '#tests/support/page'
import { pdf, photo } from '#tests/support/papers'
import { type Portal, startPortal } from '#tests/support/server'

const student = { name: 'Robin Alvarez', email: 'robin.alvarez@students.example' }

/** What is handed in before the first day, and the day each is dated. */
const papers: [task: RegExp, on: string | null][] = [
  [/MMR/, null],
  [/Varicella/, null],
  [/Hepatitis B/, null],
  [/Tdap/, '6 1 2024'],
  [/TB test/, '12 15 2026'],
  [/Influenza/, '10 5 2026'],
  [/N95/, '12 1 2026'],
  [/BLS/, '6 1 2026'],
  [/background check/i, '12 1 2026'],
  [/drug screen/i, '1 11 2027'],
  [/HIPAA/, '12 1 2026'],
  [/bloodborne/i, '12 1 2026'],
  [/radiation safety/i, '12 1 2026'],
  [/malpractice/i, '12 31 2027'],
  [/health insurance/i, '12 31 2027'],
  [/confidentiality/i, null],
  [/badge photo/i, null],
]

/** The people of the walk, each at a browser of their own. */
class Walk {
  portal!: Portal
  private open = new Map<string, Page>()
  constructor(private make: () => Promise<BrowserContext>) {}

  async as(name: string): Promise<Page> {
    const known = this.open.get(name)
    if (known) return known
    const page = await (await this.make()).newPage()
    this.open.set(name, page)
    await page.goto(`${this.portal.url}/sign-in`)
    const button = page.locator('.cast button').filter({ has: page.getByText(name, { exact: true }) })
    const folded = page.locator('details:not([open])').filter({ has: button })
    if (await folded.count()) await folded.locator('summary').click()
    await button.click()
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
    return page
  }

  async stranger(name: string): Promise<Page> {
    const page = await (await this.make()).newPage()
    this.open.set(name, page)
    return page
  }

  /** Lets the time pass while everybody looks on: no page asks the portal for anything at that moment. */
  async pass(to: string): Promise<void> {
    await Promise.all([...this.open.values()].map((page) => page.waitForLoadState('networkidle')))
    this.portal = await letTimePass(this.portal, to)
  }

  go = (page: Page, path: string) => page.goto(`${this.portal.url}${path}`, { waitUntil: 'domcontentloaded' })
  mail = (page: Page, to: string) => this.go(page, `/dev/mail?${new URLSearchParams({ to })}`)
}

async function date(page: Page, legend: string | RegExp, on: string): Promise<void> {
  const group = page.getByRole('group', { name: legend })
  const [month, day, year] = on.split(' ')
  await group.getByLabel('Month').fill(month)
  await group.getByLabel('Day').fill(day)
  await group.getByLabel('Year').fill(year)
}

type FilePayload = { name: string; mimeType: string; buffer: Buffer }

async function handIn(page: Page, on: string | null, file: FilePayload): Promise<void> {
  const [month, day, year] = on?.split(' ') ?? []
  if (on) {
    await page.getByLabel('Month').fill(month)
    await page.getByLabel('Day').fill(day)
    await page.getByLabel('Year').fill(year)
  }
  await page.locator('input[type=file]').setInputFiles(file)
  await press(page, /^(Upload and continue|Save)$/)
  await expect(page.getByRole('status')).toContainText('We have your')
}

async function signInByCode(walk: Walk): Promise<Page> {
  const page = await walk.stranger(student.name)
  await walk.go(page, '/sign-in')
  await page.getByLabel('E-mail address').fill(student.email)
  await press(page, 'Send me a code')
  const mailbox = await walk.stranger('mailbox')
  await walk.mail(mailbox, student.email)
  const code = /\b\d{6}\b/.exec((await mailbox.locator('article').first().textContent()) ?? '')?.[0]
  await page.getByLabel(/code/i).fill(code!)
  await press(page, /Sign in/)
  return page
}

async function apply(walk: Walk, page: Page): Promise<string> {
  await walk.go(page, '/profile')
  await page.getByLabel('School', { exact: true }).fill('Bayline Medical College')
  await page.getByLabel('Registrar’s e-mail address').fill('registrar@bayline.example')
  await date(page, /4th-year student/, '5 1 2026')
  await date(page, /graduate/, '5 28 2027')
  await date(page, /medicine clerkship/, '2 1 2026')
  await date(page, /surgery clerkship/, '4 1 2026')
  await page.getByLabel('USMLE Step 1').check()
  await date(page, /pass it/, '3 1 2025')
  await press(page, 'Save and continue')
  await walk.go(page, '/applications/new?clerkship=sub-internship')
  await press(page, /Start/)
  await page.waitForURL(/\/applications\/[0-9a-f]+$/)
  const home = new URL(page.url()).pathname
  await walk.go(page, `${home}/choices`)
  await press(page, /Add as wish 1.*Block 10, peripheral IR/i)
  const document = { name: 'paper.pdf', mimeType: 'application/pdf', buffer: await pdf(student.name) }
  for (const [task, on] of [
    ['cv', null],
    ['transcript', '11 2 2026'],
    ['immunization-form', null],
  ] as const) {
    await walk.go(page, `${home}/documents/${task}`)
    await handIn(page, on, document)
  }
  await walk.go(page, `${home}/statement`)
  await page
    .getByLabel('Statement of interest')
    .fill('I saw a bleeding patient saved by embolization and want to learn it.')
  await press(page, 'Save and continue')
  await walk.go(page, `${home}/confirmation`)
  await press(page, 'Ask my school')
  await walk.go(page, `${home}/check`)
  await press(page, 'Send application')
  await expect(page.locator('.status__line')).toContainText('Sent November 24')
  return home
}

async function confirmAsSchool(walk: Walk): Promise<void> {
  const registrar = await walk.stranger('registrar')
  await walk.mail(registrar, 'registrar@bayline.example')
  await follow(registrar, 'Open its link')
  await registrar.getByLabel('Your name').waitFor()
  for (const box of await registrar.getByRole('checkbox').all()) await box.check()
  await registrar.getByLabel('Your name').fill('Pat Quill')
  await registrar.getByLabel('Your title or office').fill('Registrar')
  await press(registrar, 'Confirm and sign')
  await expect(registrar.getByText('Confirmed').first()).toBeVisible()
}

/** Accepts every document that this person may check and that waits. */
async function acceptAll(walk: Walk, name: string, id: string): Promise<void> {
  const page = await walk.as(name)
  await walk.go(page, `/review/${id}?stage=papers`)
  const accept = page.locator('[data-check=accept]')
  while (await accept.count()) await press(page, accept)
}

async function placeAndPublish(walk: Walk, id: string): Promise<void> {
  const ana = await walk.as('Ana Whitlock')
  await walk.go(ana, `/review/${id}`)
  await press(ana, 'Mark as eligible')
  await expect(ana.getByRole('status')).toContainText('can be placed')
  await walk.go(ana, `/board/2026-27?place=${id}`)
  await press(ana, /^Place Alvarez here.*/)
  await expect(ana.getByText('Alvarez').first()).toBeVisible()
  await walk.go(ana, '/board/2026-27/publication')
  await press(ana, 'Publish and send')
}

async function pairBlock(walk: Walk): Promise<void> {
  const ana = await walk.as('Ana Whitlock')
  await walk.go(ana, '/board/2026-27')
  await follow(ana, 'Pairings')
  await follow(ana, /Block 10/)
  await expect(ana.getByRole('heading', { level: 1 })).toHaveText('Pairings, block 10')
  await follow(ana, 'Fill empty weeks')
  await ana.getByText('Not saved yet').waitFor()
  await ana.getByLabel(/Attending of record.*Robin Alvarez/).selectOption({ label: await attendingOption(ana) })
  await press(ana, /Save/)
  await follow(ana, 'Publish pairings')
  await press(ana, /Publish/)
  await expect(ana.getByRole('status')).toContainText('Pairings published')
}

async function attendingOption(page: Page): Promise<string> {
  const options = await page
    .getByLabel(/Attending of record.*Robin Alvarez/)
    .locator('option')
    .allTextContents()
  return options.find((option) => option.includes('Chen')) ?? options[0]
}

async function evaluate(walk: Walk, name: string): Promise<void> {
  const page = await walk.as(name)
  await walk.go(page, '/evaluations')
  await follow(page, /Robin Alvarez/)
  await page.getByRole('button', { name: /^Send/ }).waitFor()
  for (const group of await page
    .getByRole('group')
    .filter({ has: page.getByRole('radio') })
    .all()) {
    const answers = group.locator('label')
    await answers.nth((await answers.count()) === 2 ? 0 : 2).click()
  }
  const words = 'Saw each consult first and had a plan ready. Next time, look at the imaging before the presentation.'
  for (const text of await page.locator('main form textarea:visible').all()) await text.fill(words)
  const days = page.getByLabel('Days together')
  if ((await days.count()) === 1 && (await days.inputValue()) === '') await days.fill('10')
  await press(page, /Send/)
  await expect(page.getByText(/Sent|Signed/).first()).toBeVisible()
}

test.describe.configure({ mode: 'parallel' })
for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'
  test(`a rotation lives from application to letter, ${how}`, async ({ browser, watched }) => {
    test.setTimeout(600_000)
    const walk = new Walk(async () => {
      const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 800 } })
      watched(context)
      return context
    })
    walk.portal = await startPortal()
    try {
      await live(walk)
    } finally {
      await walk.portal.stop()
    }
  })
}

type Life = { walk: Walk; robin: Page; home: string; placement: string }

const steps: [name: string, live: (life: Life) => Promise<void>][] = [
  [
    'the student signs in by a code, applies and sends',
    async (life) => {
      life.robin = await signInByCode(life.walk)
      life.home = await apply(life.walk, life.robin)
    },
  ],
  ['the registrar confirms by a link', ({ walk }) => confirmAsSchool(walk)],
  ['coordinator and health reviewer accept the documents', ({ walk, home }) => acceptEverything(walk, home)],
  ['the coordinator places and publishes', ({ walk, home }) => placeAndPublish(walk, idIn(home))],
  ['the student accepts the offer', acceptOffer],
  ['the student hands in every paper', handInPapers],
  ['the papers are accepted, and the place is confirmed by itself', confirmPlace],
  ['the coordinator pairs the block', ({ walk }) => pairBlock(walk)],
  ['the student sees the week', seeTheWeek],
  ['resident and attending evaluate', evaluateBoth],
  ['the student asks for a letter', askForLetter],
  ['the clerkship director signs the grade', signGrade],
  ['the program director writes the letter', ({ walk }) => writeLetter(walk)],
  ['the student reads what was released', readEverything],
]

const idIn = (path: string) => path.split('/').at(-1)!

async function live(walk: Walk): Promise<void> {
  const life = { walk } as Life
  for (const [name, step] of steps) await test.step(name, () => step(life))
}

async function acceptEverything(walk: Walk, home: string): Promise<void> {
  await acceptAll(walk, 'Ana Whitlock', idIn(home))
  await acceptAll(walk, 'Ruth Calloway', idIn(home))
}

async function acceptOffer({ walk, robin, home }: Life): Promise<void> {
  await walk.go(robin, home)
  await follow(robin, /offer|place/i)
  await press(robin, /Accept block 10/)
  await expect(robin.locator('.status__line')).toContainText('You accepted')
}

async function handInPapers({ walk, robin, home }: Life): Promise<void> {
  await walk.pass('2027-01-20T18:00:00Z')
  await walk.go(robin, home)
  const picture = { name: 'card.png', mimeType: 'image/png', buffer: await photo() }
  for (const [task, on] of papers) {
    await follow(robin, task)
    await handIn(robin, on, picture)
    await follow(robin, 'Back to your application')
  }
}

async function confirmPlace(life: Life): Promise<void> {
  const { walk, robin, home } = life
  await acceptEverything(walk, home)
  await walk.go(robin, home)
  await follow(robin, /place/i)
  await expect(robin.locator('.status__line')).toContainText('Your place is confirmed')
  life.placement = new URL(robin.url()).pathname
}

async function seeTheWeek({ walk, robin }: Life): Promise<void> {
  await walk.pass('2027-03-30T17:00:00Z')
  await walk.go(robin, '/rotation')
  await expect(robin.locator('.status__line')).toContainText('Today')
}

async function evaluateBoth({ walk, robin }: Life): Promise<void> {
  await walk.pass('2027-04-26T17:00:00Z')
  await walk.go(robin, '/rotation')
  const resident = (await robin.locator('.rows li', { hasText: 'Resident' }).first().locator('span').textContent())!
  await evaluate(walk, resident.split(',')[0].trim())
  for (const _ of ['midpoint', 'evaluation']) await evaluate(walk, 'Dr. Chen')
}

async function askForLetter({ walk, robin, placement }: Life): Promise<void> {
  await walk.go(robin, `${placement}/letter`)
  await robin.getByRole('radio', { name: 'Dr. Adler' }).check()
  await robin.getByLabel('Letter ID from ERAS').fill('ERAS-77')
  await robin.getByLabel('AAMC ID').fill('14567890')
  await robin.getByRole('radio', { name: 'No, I keep it' }).check()
  await robin.getByRole('radio', { name: 'Yes, I consent' }).check()
  await robin.getByLabel('Your full name').fill(student.name)
  await press(robin, 'Ask for the letter')
}

async function signGrade({ walk, placement }: Life): Promise<void> {
  const director = await walk.as('Dr. Duarte')
  await walk.go(director, `${placement}/grade`)
  await press(director, 'Release to the student')
  await walk.go(director, `${placement}/grade`)
  await director.getByText('High Pass', { exact: true }).click()
  await press(director, 'Sign grade')
  await expect(director.getByText(/signed/i).first()).toBeVisible()
}

async function writeLetter(walk: Walk): Promise<void> {
  const adler = await walk.as('Dr. Adler')
  await walk.go(adler, '/letters')
  await follow(adler, /Robin Alvarez/)
  await adler.getByLabel('The letter').fill('Robin Alvarez was among the best four students of the year. '.repeat(5))
  await press(adler, 'Sign letter')
  await press(adler, 'Mark as uploaded to ERAS')
}

async function readEverything({ walk, robin, placement }: Life): Promise<void> {
  await walk.go(robin, '/feedback')
  await expect(robin.getByRole('region', { name: /^From / })).toHaveCount(2)
  await expect(robin.getByRole('region', { name: /^Midpoint feedback from Dr. Chen/ })).toContainText('plan ready')
  await walk.go(robin, `${placement}/grade`)
  await expect(robin.getByText('High Pass').first()).toBeVisible()
  await walk.go(robin, `${placement}/letter`)
  const letter = await robin.locator('a[href$="/file"]').first().getAttribute('href')
  const file = await robin.request.get(`${walk.portal.url}${letter}`)
  expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-')
}
