import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, asc, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { wishKey } from '#app/apply/choice'
import { retractionPath } from '#app/assign/paths'
import { findWaitlist } from '#app/assign/waitlist-line.server'
import { pairingBoard } from '#app/pair/board.server'
import { findBlock } from '#app/pair/pairings.server'
import { settings } from '#app/settings/settings.server'
import { changesOf } from '#app/workflow/changes.server'
import { programNow } from '#app/workflow/clock.server'
import { counts, read } from '#db/client'
import * as t from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { block } from '#db/seed/calendar'
import { cast, type Member } from '#db/seed/cast'
import { opening, subInternship } from '#db/seed/clerkships'
import { placement } from '#db/seed/placements'
import { extra, paperOf } from '#tests/support/crowd'
import { seededDatabase } from '#tests/support/database'
import { ask } from '#tests/support/handler'
import { pdf } from '#tests/support/papers'
import { shownForm } from '#tests/support/shown-form'
import { owedAboutMarsh, prepareSubmits, submits } from '#tests/support/submits'

/** What a command may cost, its page's own reads and the commit included (the session is looked up at the edge). */
const MOST_TRIPS = 6
/** What is set a few times a year may cost more, but the same for one block, date or seat as for all of a year. */
const MOST_OF_SETTINGS = 11

type Posted = { to: string; form?: Record<string, string> | FormData }
type Step = { what: string; who: Pick<Member, 'personId' | 'name'> | null; post: () => Posted | Promise<Posted> }

const { whitlock, duarte, brandt, adler, calloway, bauer, okafor, chen } = cast
const [beginner, sender, sent, ready, , asked, wanted] = Array.from({ length: 11 }, (_, n) => extra(n))
const email = 'new.student@students.example'
const day = (name: string, on: string) => {
  const [year, month, day] = on.split('-').map((part) => String(Number(part)))
  return { [`${name}.year`]: year, [`${name}.month`]: month, [`${name}.day`]: day }
}

/** The words of the newest message of this kind. */
async function mail(kind: string): Promise<string> {
  const rows = await read.select().from(t.messages).where(eq(t.messages.kind, kind))
  return rows.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime()).map(({ html }) => html)[0]
}

/** The application that somebody started, by its URL. */
async function homeOf({ personId }: { personId: string }): Promise<string> {
  const rows = await read.query.applications.findMany({ where: eq(t.applications.studentId, personId) })
  return `/applications/${rows.at(-1)!.id}`
}

async function paper(): Promise<FormData> {
  const form = new FormData()
  for (const [name, value] of Object.entries(day('datedOn', '2026-11-02'))) form.set(name, value)
  form.set('file', new File([new Uint8Array(await pdf())], 'transcript.pdf', { type: 'application/pdf' }))
  return form
}

/** What the page of a block posts when every preset week is saved. */
async function weeks(blockId: string): Promise<Record<string, string>> {
  const { students } = pairingBoard(await findBlock(asPerson(whitlock), blockId), true)
  const fields = students.flatMap((student) => [
    [`attending.${student.placementId}`, student.attendingId ?? chen.personId],
    ...student.weeks.map((week) => [week.field, week.chosen ?? '']),
  ])
  return Object.fromEntries(fields)
}

/** A letter that waits for this author. */
async function letter(status: 'requested' | 'drafted' | 'signed' = 'drafted'): Promise<string> {
  const rows = await read.query.letters.findMany({ where: eq(t.letters.status, status) })
  return `/letters/${rows[0].id}`
}

async function draftOf(applicationId: string): Promise<string> {
  const rows = await read.query.placements.findMany({ where: eq(t.placements.applicationId, applicationId) })
  return rows.find(({ status }) => status === 'draft')!.id
}

/** The first open form of this evaluator. */
async function owedBy({ personId }: { personId: string }): Promise<string> {
  const rows = await read.query.evaluations.findMany({ where: eq(t.evaluations.authorId, personId) })
  return rows.find(({ status }) => status === 'requested' || status === 'drafted')!.id
}

/** A health document that waits, by its URL. */
async function toClear(): Promise<string> {
  const [row] = await read
    .select({ id: t.documents.id, applicationId: t.documents.applicationId })
    .from(t.documents)
    .innerJoin(t.requirements, eq(t.requirements.id, t.documents.requirementId))
    .innerJoin(t.applications, eq(t.applications.id, t.documents.applicationId))
    .where(and(eq(t.requirements.isHealth, true), eq(t.documents.status, 'received'), eq(t.documents.isCurrent, true)))
  return `/review/${row.applicationId}/documents/${row.id}`
}

const absence = (firstOn: string, lastOn: string, version: string) => ({
  ...{ version, kind: 'Meeting', status: 'approved' },
  ...{ ...day('firstOn', firstOn), ...day('lastOn', lastOn) },
})
const entered = async () => {
  const rows = await read.select().from(t.absences).where(eq(t.absences.firstOn, '2027-02-01'))
  return `/absences/${rows.find(({ personId }) => personId === brandt.personId)!.id}`
}

const asPerson = (who: Pick<Member, 'personId' | 'name'>): Person =>
  'roles' in who ? (who as Person) : { kind: 'person', ...who, roles: ['student'] }
const body = 'Among the best four students of the year. '.repeat(5)
const invitation = async () =>
  (await read.select().from(t.invitations).orderBy(asc(t.invitations.expiresAt))).at(-1)!.id

const openingId = opening(subInternship, '7', 'neuro')
const line = `/waitlist/2026-27/${openingId}`
const last = async () =>
  (await findWaitlist(asPerson(whitlock), { yearId: '2026-27', openingId }, programNow())).students.at(-1)!

const lastOffer = async () =>
  (await read.select().from(t.events).where(eq(t.events.step, 'offer')).orderBy(asc(t.events.at))).at(-1)!.at.getTime()

/** A page of the coordinator, sent as it is shown but for these fields. */
const edited = (what: string, at: string | (() => Promise<string>), changes: Record<string, string> = {}): Step => ({
  what,
  who: whitlock,
  post: async () => {
    const to = typeof at === 'string' ? at : await at()
    const { body } = await ask(asPerson(whitlock), to)
    return { to, form: { ...Object.fromEntries(shownForm(body)), ...changes } }
  },
})
const pressed = (what: string, at: string | (() => Promise<string>)): Step => ({
  what,
  who: whitlock,
  post: async () => ({ to: typeof at === 'string' ? at : await at() }),
})
const journalClub = async () => {
  const [{ id }] = await read.select().from(t.conferences).where(eq(t.conferences.name, 'Journal club'))
  return `/settings/conferences/${id}`
}
const blockOf2027 = async (name: string) => {
  const isIt = and(eq(t.blocks.yearId, '2027-28'), eq(t.blocks.name, name))
  const [{ id }] = await read.select().from(t.blocks).where(isIt)
  return `/settings/years/2027-28/blocks/${id}`
}
const seatOf = async () => {
  const { body } = await ask(asPerson(whitlock), '/openings/2026-27?clerkship=elective')
  return shownForm(body).find(([name]) => /seats/.test(name))![0]
}
const newest = async () => {
  const [{ id }] = await changesOf('program')
  return `/settings/changes/${id}/undo`
}

/** What a coordinator sets: the program, the calendar, clerkships and the schedule. */
const settingsSteps: Step[] = [
  edited('Change a rule', '/settings/program', { replyDays: '10' }),
  pressed('Undo a change', newest),
  edited('Change a number', '/settings/figures', { 'items[0].value': '501' }),
  edited('Change a service', '/settings/services/neuro', { description: 'Brain, spine and neck.' }),
  edited('Change the sessions', '/settings/services/neuro/sessions', { 'items[0].name': 'Strokes' }),
  edited('Change the week', '/settings/services/neuro/week', { 'week.1-morning': '' }),
  edited('Change the procedures', '/settings/services/neuro/procedures', { 'items[0].description': 'Of the brain.' }),
  edited('Add a service', '/settings/services/new', { name: 'Pain', letter: 'X', tone: 'info' }),
  pressed('Remove a service', '/settings/services/pain/removal'),
  edited('Add a conference', '/settings/conferences/new', { name: 'Journal club' }),
  edited('Change a conference', journalClub, { note: 'With food.' }),
  pressed('Remove a conference', async () => `${await journalClub()}/removal`),
  edited('Change clinic days', `/settings/clinic-days/${bauer.personId}`, { 'week.3-morning': 'vein clinic' }),
  edited('Change the curriculum', '/settings/curriculum/2', { 'items[0].note': 'In two halves.' }),
  edited('Change what somebody teaches', `/people/${bauer.personId}/teaching`, { title: 'Section chief' }),
  edited('Change the dates of a year', '/settings/years/2027-28/dates', { opensTime: '08:00' }),
  edited('Change holidays', '/settings/years/2026-27/holidays', { 'items[0].name': 'Fourth of July' }),
  pressed('Copy blocks', '/settings/years/2027-28/copy'),
  edited('Change a block', () => blockOf2027('1'), { mostStudents: '3' }),
  pressed('Remove a block', async () => `${await blockOf2027('12')}/removal`),
  edited('Add a block', '/settings/years/2027-28/blocks/new', { name: 'X' }),
  pressed('Copy seats', '/openings/2027-28/copy?clerkship=sub-internship'),
  {
    what: 'Change seats',
    who: whitlock,
    post: async () => {
      const change = { [await seatOf()]: '2' }
      return edited('', '/openings/2026-27?clerkship=elective', change).post()
    },
  },
  edited('Open dates', '/settings/years/2027-28/windows'),
  edited('Change a clerkship', '/clerkships/elective/edit', { summary: 'Two weeks with us.' }),
  edited('Add a clerkship', '/settings/clerkships/new', {
    ...{ name: 'Observership', kind: 'elective', summary: 'A week.', weeks: '1', years: '4', fee: '0' },
  }),
  pressed('Publish a clerkship', '/clerkships/observership/publication'),
  pressed('Close a clerkship', '/clerkships/observership/closure'),
  pressed('Open a clerkship again', '/clerkships/observership/reopening'),
  edited('Change a requirement', '/clerkships/elective/requirements/cv', { hint: 'One or two pages.' }),
  edited('Add a requirement', '/clerkships/elective/requirements/new', {
    ...{ name: 'Picture', task: 'Hand in a picture', phase: 'to start', kind: 'file' },
  }),
  pressed('Remove a requirement', '/clerkships/elective/requirements/picture/removal'),
]

/** What the walk does beside the submits that a double click is tried on, in an order in which each can be done. */
const steps: Step[] = [
  { what: 'Ask for a code', who: null, post: () => ({ to: '/sign-in', form: { email } }) },
  {
    what: 'Sign in by code',
    who: null,
    post: async () => ({
      to: `/sign-in/code?email=${email}`,
      form: { code: /code is (\d{6})/.exec(await mail('code'))![1] },
    }),
  },
  {
    what: 'Say where I study',
    who: beginner,
    post: () => ({
      to: '/profile',
      form: {
        ...{ school: 'Bayline Medical College', registrarEmail: 'registrar@bayline.example', exam: 'step-1' },
        ...{ ...day('promotesOn', '2026-05-01'), ...day('graduatesOn', '2027-05-28') },
        ...{ ...day('medicineDoneOn', '2026-02-01'), ...day('surgeryDoneOn', '2026-04-01') },
        ...day('examPassedOn', '2025-03-01'),
      },
    }),
  },
  {
    what: 'Rank dates',
    who: beginner,
    post: async () => ({
      to: `${await homeOf(beginner)}/choices`,
      form: { order: ['10', '11'].map((name) => wishKey({ blockId: block(name), serviceId: null })).join(' ') },
    }),
  },
  {
    what: 'Hand in a document',
    who: beginner,
    post: async () => ({ to: `${await homeOf(beginner)}/documents/transcript`, form: await paper() }),
  },
  {
    what: 'Hand in another in its place',
    who: beginner,
    post: async () => ({ to: `${await homeOf(beginner)}/documents/transcript`, form: await paper() }),
  },
  {
    what: 'Write the statement',
    who: beginner,
    post: async () => ({ to: `${await homeOf(beginner)}/statement`, form: { statement: 'I come to see patients.' } }),
  },
  {
    what: 'Keep the statement’s draft',
    who: beginner,
    post: async () => ({ to: `${await homeOf(beginner)}/statement/draft`, form: { statement: 'I come' } }),
  },
  {
    what: 'Ask the school again',
    who: asked,
    post: () => ({
      to: `/applications/${asked.applicationId}/confirmation`,
      form: { email: 'other.registrar@arroyo.example' },
    }),
  },
  {
    what: 'Confirm as the school',
    who: null,
    post: async () => ({
      to: /\/s\/[\w-]+/.exec(await mail('confirmation.asked'))![0],
      form: { signerName: 'Pat Quill', signerTitle: 'Registrar', standing: 'yes', year: 'yes', cover: 'yes' },
    }),
  },
  {
    what: 'Report a problem with a document',
    who: whitlock,
    post: () => ({
      to: `/review/${sent.applicationId}/documents/${paperOf(sent, 'transcript')}/problem`,
      form: { reason: 'A page is missing.' },
    }),
  },
  {
    what: 'Uncheck a document',
    who: whitlock,
    post: () => ({ to: `/review/${sent.applicationId}/documents/${paperOf(sent, 'transcript')}/undo` }),
  },
  {
    what: 'Not offer a rotation',
    who: whitlock,
    post: () => ({ to: `/review/${sent.applicationId}/no-offer`, form: { reason: 'No seats are left.' } }),
  },
  { what: 'Undo the decision', who: whitlock, post: () => ({ to: `/review/${sent.applicationId}/undo` }) },
  {
    what: 'Keep scores',
    who: bauer,
    post: () => ({ to: `/review/${ready.applicationId}/score`, form: { why: '2' } }),
  },
  {
    what: 'State a conflict',
    who: bauer,
    post: () => ({ to: `/review/${ready.applicationId}/score/conflict` }),
  },
  {
    what: 'Withdraw an application',
    who: sender,
    post: () => ({ to: `/applications/${sender.applicationId}/withdrawal`, form: { reason: 'I am ill.' } }),
  },
  {
    what: 'Pin a draft',
    who: whitlock,
    post: async () => ({ to: `/placements/${await draftOf(wanted.applicationId)}/pin` }),
  },
  {
    what: 'Remove a draft',
    who: whitlock,
    post: async () => ({ to: `/placements/${await draftOf(wanted.applicationId)}/removal` }),
  },
  { what: 'Propose places', who: whitlock, post: () => ({ to: '/board/2026-27/proposal' }) },
  {
    what: 'Overbook',
    who: adler,
    post: () => ({
      to: `/board/2026-27/overbooking?place=${wanted.applicationId}&opening=${opening(subInternship, '11', 'peripheral')}`,
      form: { reason: 'A student of ours.' },
    }),
  },
  {
    what: 'Put on the waitlist',
    who: whitlock,
    post: () => ({ to: `/review/${ready.applicationId}/waitlisting` }),
  },
  {
    what: 'Pause a waitlist',
    who: whitlock,
    post: () => ({ to: `${line}/pause`, form: { reason: 'A room is closed.' } }),
  },
  { what: 'Resume a waitlist', who: whitlock, post: () => ({ to: `${line}/resumption` }) },
  {
    what: 'Change the order of a waitlist',
    who: whitlock,
    post: async () => ({
      to: `${line}/order?place=${(await last()).id}`,
      form: { place: '1', reason: 'Agreed with the school.' },
    }),
  },
  { what: 'Undo the order', who: whitlock, post: () => ({ to: `${line}/undo` }) },
  { what: 'Take offers back', who: whitlock, post: async () => ({ to: retractionPath('2026-27', await lastOffer()) }) },
  {
    what: 'Save pairings',
    who: whitlock,
    post: async () => ({ to: `/pairings/${block('6')}`, form: await weeks(block('6')) }),
  },
  { what: 'Publish pairings', who: whitlock, post: () => ({ to: `/pairings/${block('6')}/publication` }) },
  {
    what: 'Keep the draft of an evaluation',
    who: chen,
    post: async () => ({ to: `/evaluations/${await owedBy(chen)}/draft`, form: { comment: 'Prepared every case.' } }),
  },
  {
    what: 'Decline an evaluation',
    who: chen,
    post: async () => ({ to: `/evaluations/${await owedBy(chen)}/refusal`, form: { why: 'contact' } }),
  },
  {
    what: 'Remind evaluators',
    who: whitlock,
    post: () => ({ to: '/completion/reminders', form: { author: okafor.personId } }),
  },
  {
    what: 'Release an evaluation',
    who: duarte,
    post: () => ({ to: `/evaluations/${owedAboutMarsh()}/release` }),
  },
  {
    what: 'Keep the draft of a grade',
    who: duarte,
    post: () => ({ to: `/placements/${placement('marsh')}/grade`, form: { grade: 'Pass', narrative: 'Solid.' } }),
  },
  {
    what: 'Correct the grade',
    who: duarte,
    post: () => ({
      to: `/placements/${placement('marsh')}/grade/signature`,
      form: { after: '1', grade: 'High Pass', narrative: 'Solid and kind.', reason: 'A form came late.' },
    }),
  },
  {
    what: 'Keep the draft of a letter',
    who: adler,
    post: async () => ({ to: await letter('requested'), form: { body: 'I know' } }),
  },
  { what: 'Sign a letter', who: adler, post: async () => ({ to: `${await letter()}/signature`, form: { body } }) },
  {
    what: 'Mark a letter as uploaded',
    who: adler,
    post: async () => ({ to: `${await letter('signed')}/upload` }),
  },
  {
    what: 'Renew an invitation',
    who: whitlock,
    post: async () => ({ to: `/people/invitations/${await invitation()}/renewal` }),
  },
  {
    what: 'Accept an invitation',
    who: null,
    post: async () => ({ to: /\/invitations\/[\w-]+/.exec(await mail('invitation'))![0] }),
  },
  {
    what: 'Change somebody’s roles',
    who: whitlock,
    post: async () => ({ to: `/people/${bauer.personId}/roles`, form: { version: '0', roles: 'program-director' } }),
  },
  {
    what: 'Enter an absence',
    who: whitlock,
    post: () => ({
      to: '/absences/new',
      form: { ...absence('2027-02-01', '2027-02-03', '0'), personId: brandt.personId },
    }),
  },
  {
    what: 'Change an absence',
    who: whitlock,
    post: async () => ({ to: await entered(), form: absence('2027-02-01', '2027-02-04', '1') }),
  },
  { what: 'Remove an absence', who: whitlock, post: async () => ({ to: `${await entered()}/removal` }) },
  ...settingsSteps,
  { what: 'Sign out everywhere', who: brandt, post: () => ({ to: '/account/sign-outs' }) },
  { what: 'Clear a paper', who: calloway, post: async () => ({ to: `${await toClear()}/acceptance` }) },
]

const saidIn = (page: string) =>
  /<main.*<\/main>/s
    .exec(page)?.[0]
    .replaceAll(/<[^>]+>/g, ' ')
    .slice(0, 600)

const costs: Record<string, number> = {}

async function cost(what: string, who: Step['who'], { to, form }: Posted): Promise<void> {
  const body = form instanceof FormData ? form : new URLSearchParams(form)
  const before = counts.trips
  const { status, body: answer, errors } = await ask(who && asPerson(who), to, { method: 'POST', body })
  costs[what] = counts.trips - before
  expect([what, [200, 302, 303].includes(status), errors], `${status} ${saidIn(answer)}`).toEqual([what, true, []])
}

beforeAll(async () => {
  settings.filesDir = mkdtempSync(join(tmpdir(), 'commands-'))
  await seededDatabase()
  await prepareSubmits()
  for (const { what, who, path, form } of submits) await cost(what, who, { to: path, form: form as Posted['form'] })
  for (const { what, who, post } of steps) await cost(what, who, await post())
}, 120_000)

/** Every command by its name; a failure says what it costs now. */
const names = [...submits, ...steps].map(({ what }) => what)

const settled = new Set(settingsSteps.map(({ what }) => what))

test.each(names.filter((what) => !settled.has(what)))(
  '“%s” asks the database at most six times, its page’s reads and the commit included',
  (what) => {
    expect(costs[what]).toBeGreaterThan(1)
    expect(costs[what]).toBeLessThanOrEqual(MOST_TRIPS)
  },
)

test.each([...settled])('“%s” asks the database at most eleven times, however much of a year it sets', (what) => {
  expect(costs[what]).toBeGreaterThan(1)
  expect(costs[what]).toBeLessThanOrEqual(MOST_OF_SETTINGS)
})
