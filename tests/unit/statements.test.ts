import { beforeAll, describe, expect, test } from 'vitest'
import { shippedQuestionnaires } from '#app/evaluate/questionnaire'
import { counts, write } from '#db/client'
import * as t from '#db/schema/index'
import { cast } from '#db/seed/cast'
import { clerkship, subInternship } from '#db/seed/clerkships'
import { insertMany } from '#db/seed/rows'
import {
  addApplications,
  addPapers,
  addPlacements,
  addStudents,
  eventOf,
  extra,
  numbers,
  placementOf,
} from '#tests/support/crowd'
import { seededDatabase } from '#tests/support/database'
import { ask, urls } from '#tests/support/handler'
import { filled, recordsOfMarsh } from '#tests/support/records'

const FEW = 10
const MANY = 1000
/** The session's lookup is a round trip of its own, made at the edge. */
const MOST_TRIPS = 2
const stages = ['submitted', 'returned', 'eligible', 'waitlisted', 'not offered', 'withdrawn', 'placed'] as const
const { park, whitlock, brandt, faraj, adler } = cast

/** Of everything a list shows, rows `from` up to `to`; applications that wait are spread over the stages. */
async function add(from: number, to: number): Promise<void> {
  const some = numbers(to - from, from)
  for (const [at, status] of stages.entries()) {
    const share = status === 'placed' ? some : some.filter((n) => n % stages.length === 0)
    const them = share.map((n) => extra(n * stages.length + at))
    await addStudents(them)
    await addApplications(them, status, '9')
    await addPapers(them)
    if (status === 'eligible') await addPlacements(them, 'draft', '11')
    if (status !== 'placed') continue
    await addPlacements(them, 'completed', '5')
    await addEvaluations(them)
  }
  const here = some.map((n) => extra(100_000 + n))
  await addStudents(here)
  await addApplications(here, 'placed', '7')
  await addPlacements(here, 'confirmed', '7')
  await addMyOwn(some)
  await addChanges(some)
  await addOfPortal(some)
}

const ofYear: Record<string, string> = {
  calendar: '2026-27',
  windows: '2026-27',
  openings: '2026-27/sub-internship',
  clerkship: clerkship(subInternship),
  requirement: 'sub-internship/cv',
}

/** Changes of settings and of the schedule, as the histories list them. */
function addChanges(some: number[]): Promise<void> {
  const kinds = ['program', 'service', 'conference', 'curriculum', 'duties', ...Object.keys(ofYear)]
  const at = new Date('2026-11-01T18:00:00Z')
  const changes = [{ label: 'Name', from: 'one', to: 'another' }]
  const told = kinds.flatMap((kind) => some.map((n) => ({ kind, n, noteId: `${kind}-${n}` })))
  const notes = told.map(({ noteId: id }) => ({ id, text: '', at, changes }))
  const events = told.map(({ kind, n, noteId }) => ({
    ...eventOf(kind, { program: '1', ...ofYear }[kind] ?? `${n}`, 'change', ''),
    noteId,
    at,
  }))
  return write(async (tx) => {
    await insertMany(tx, t.notes, notes)
    await insertMany(tx, t.events, events)
  })
}

/** Owed by a resident and an attending, asked of the program director: one each a placement. */
function addEvaluations(them: ReturnType<typeof extra>[]): Promise<void> {
  const at = new Date('2026-11-20T18:00:00Z')
  const rows = them.flatMap((one) =>
    [brandt, faraj].map((author, form) => ({
      ...{ placementId: placementOf(one), authorId: author.personId, subjectId: one.personId },
      ...{ questionnaireId: shippedQuestionnaires[form].id, status: 'requested' as const },
      ...{ requestedAt: at, dueOn: '2026-11-27', id: `evaluation-${one.n}-${form}` },
    })),
  )
  const letters = them.map((one) => ({
    ...{ id: `letter-${one.n}`, placementId: placementOf(one), studentId: one.personId, authorId: adler.personId },
    ...{ status: 'requested' as const, requestedAt: at, hasWaived: true, consentedAt: at, signerName: one.name },
    ...{ erasLetterId: `ERAS-${one.n}`, aamcId: '12345678' },
  }))
  return write(async (tx) => {
    await insertMany(tx, t.evaluations, rows)
    await insertMany(tx, t.letters, letters)
    await insertMany(
      tx,
      t.events,
      rows.map(({ id }) => eventOf('evaluation', id, 'ask', 'requested')),
    )
  })
}

/** What the portal itself keeps: messages, work, invitations, and the devices of one person. */
function addOfPortal(some: number[]): Promise<void> {
  const at = new Date('2026-11-20T18:00:00Z')
  const message = { subject: 'News', text: 'Text', html: '<p>Text</p>', createdAt: at, notBeforeAt: at }
  const letters = some.map((n) => ({
    ...{ ...message, key: `message-${n}`, kind: 'news', toAddress: `extra${n}@students.example` },
    status: (['waiting', 'sent', 'failed'] as const)[n % 3],
  }))
  const work = some.map((n) => ({ name: 'import', key: `import-${n}`, state: 'done' as const, dueAt: at, endedAt: at }))
  const invited = some.map((n) => ({
    ...{ email: `invited${n}@pacific.example`, name: `Invited ${n}`, role: 'resident' as const },
    ...{ tokenHash: `invitation-${n}`, invitedById: whitlock.personId, expiresAt: new Date('2026-12-01T08:00:00Z') },
  }))
  const now = new Date()
  const devices = some.map((n) => ({ tokenHash: `${n}`, personId: whitlock.personId, createdAt: now, seenAt: now }))
  return write(async (tx) => {
    await insertMany(tx, t.messages, letters)
    await insertMany(tx, t.jobs, work)
    await insertMany(tx, t.invitations, invited)
    await insertMany(tx, t.signIns, devices)
  })
}

/** One student's withdrawn applications, one more paired week a block, one more clerkship. */
function addMyOwn(some: number[]): Promise<void> {
  const at = new Date('2026-11-20T18:00:00Z')
  const mine = some.map((n) => ({
    ...{ id: `mine-${n}`, reference: `IR-2026-M${n}`, studentId: park.personId, clerkshipId: clerkship(subInternship) },
    ...{ yearId: '2026-27', status: 'withdrawn' as const, statusAt: at, startedAt: at },
  }))
  const pairs = some.map((n) => ({
    ...{ placementId: placementOf({ n: 100_000 + n }), supervisorId: brandt.personId },
    ...{ firstOn: '2027-01-04', lastOn: '2027-01-08', status: 'published' as const },
  }))
  const courses = some.map((n) => ({
    ...{ slug: `course-${n}`, name: `Elective ${n}`, kind: 'elective' as const, summary: 'Two weeks.', weeks: 2 },
    ...{ years: [4] as (3 | 4)[], feeCents: 0, status: 'open' as const },
  }))
  return write(async (tx) => {
    await insertMany(tx, t.applications, mine)
    await insertMany(tx, t.pairings, pairs)
    await insertMany(tx, t.clerkships, courses)
  })
}

type Page = [who: keyof typeof cast, path: string]
const everybody = ['marsh', 'park', 'whitlock', 'brandt', 'faraj', 'duarte', 'adler', 'calloway', 'bauer'] as const
const stagesOfReview = ['school', 'papers', 'returned', 'eligible', 'waitlisted', 'placed', 'closed', 'withdrawn']
/** Beside every URL of the portal as it opens: its other tabs. */
const tabs: Page[] = [
  ...stagesOfReview.map((stage): Page => ['whitlock', `/review?stage=${stage}`]),
  ['calloway', '/review?stage=health'],
  ['whitlock', '/messages?status=waiting'],
  ['whitlock', '/events?q=Extra'],
  ['kimura', '/feedback'],
  ['kimura', '/today'],
]
const pages: Page[] = []
type Cost = { statements: number; trips: number }
const few: Cost[] = []
const many: Cost[] = []

/** The loaders' answer without the page drawn from it: the same statements, a fraction of the time. */
const dataOf = (path: string) => path.replace(/^\/(?=$|\?)/, '/_root').replace(/(?=$|\?)/, '.data')

/** What this page costs this person; undefined where it is not theirs, or no page. */
async function costOf([who, path]: Page): Promise<Cost | undefined> {
  const before = { ...counts }
  const { status, body, errors } = await ask(cast[who], dataOf(path))
  expect([path, status < 500, errors], body.slice(0, 2000)).toEqual([path, true, []])
  const cost = { statements: counts.statements - before.statements, trips: counts.trips - before.trips }
  return status === 200 ? cost : undefined
}

beforeAll(async () => {
  await seededDatabase()
  const records = await recordsOfMarsh()
  const paths = urls.filter((url) => !url.endsWith('/file')).map((url) => filled(url, records))
  await add(0, FEW)
  for (const page of [...tabs, ...paths.flatMap((path) => everybody.map((who): Page => [who, path]))]) {
    const cost = await costOf(page)
    if (cost && pages.push(page)) few.push(cost)
  }
  await add(FEW, MANY)
  for (const page of pages) many.push((await costOf(page))!)
}, 300_000)

const named = (costs: Cost[]) => Object.fromEntries(costs.map((cost, at) => [pages[at].join(' '), cost]))

describe('a page', () => {
  test('of whoever may open it costs the same with 1,000 rows as with 10', () => {
    expect(pages.length).toBeGreaterThan(100)
    expect(named(many)).toEqual(named(few))
  })
  test('asks the database at most three times, the session included', () => {
    const often = Object.entries(named(many)).filter(([, { trips }]) => trips > MOST_TRIPS)
    expect(Object.fromEntries(often)).toEqual({})
  })
})
