import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { returnApplication } from '#app/apply/decisions.server'
import { handIn } from '#app/apply/documents.server'
import { judgedOf } from '#app/apply/judged.server'
import { readMyRecord } from '#app/apply/records.server'
import { readStatement } from '#app/apply/statements.server'
import { sendApplication } from '#app/apply/submissions.server'
import { papersOf, papersWhere } from '#app/assign/papers.server'
import { clerkshipRecord } from '#app/program/clerkship-record.server'
import { findClerkship } from '#app/program/clerkships.server'
import { addRequirement, removeRequirement, saveRequirement } from '#app/program/requirement-changes.server'
import { requirementForm, typedRequirement } from '#app/program/requirement-form.server'
import { orderOf, saveRequirementOrder } from '#app/program/requirement-order.server'
import { requirementRecord } from '#app/program/requirement-record.server'
import { undoChange } from '#app/program/undo.server'
import { read, write } from '#db/client'
import { applications, documents, messages, placements, requirements } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { attendings, staff, students } from '#db/seed/cast'
import { newStudent, paperOf, readyApplication } from '#tests/support/applicant'
import { seededDatabase } from '#tests/support/database'
import { refusalOf } from '#tests/support/refusal'

const { whitlock, pierce } = staff
const { park, romero, diallo } = students
const slug = 'sub-internship'
const now = new Date('2026-11-24T17:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

beforeEach(() => seededDatabase())

/** The form of a requirement as it is sent with something else typed into it. */
async function typed(key: string, it: object) {
  const { current, version } = await requirementRecord(whitlock, slug, key)
  const { dueDaysBefore, issuedDays, validDays, words, ...rest } = typedRequirement(current)
  const numbers = Object.entries({ dueDaysBefore, issuedDays, validDays, words }).filter(([, n]) => n !== null)
  return requirementForm.parse({ ...rest, ...Object.fromEntries(numbers), version, ...it })
}
const change = async (key: string, it: object, at = now) =>
  saveRequirement(whitlock, slug, key, await typed(key, it), at)

async function applicationOf({ personId }: Person): Promise<string> {
  const rows = await read.select().from(applications).where(eq(applications.studentId, personId))
  return rows[0].id
}
/** What is asked of a student's application for one requirement, and what is thought of it. */
async function askedOf(me: Person, key: string, at = now) {
  const record = await readMyRecord(me, await applicationOf(me))
  const all = [...judgedOf(record, 'to apply', at), ...judgedOf(record, 'to start', at)]
  return all.find(({ requirement }) => requirement.key === key)
}

describe('a changed requirement', () => {
  test('is read on the public page and in drafts at once; sent applications keep what was asked then', async () => {
    expect(await change('cv', { name: 'Curriculum vitae', hint: 'At most 2 pages.' })).toBeUndefined()
    const { requirements: read } = await findClerkship(slug, now)
    expect(read.filter(({ key }) => key === 'cv')).toEqual([
      { key: 'cv', name: 'Curriculum vitae', hint: 'At most 2 pages.', phase: 'to apply', isHealth: false },
    ])
    expect((await askedOf(park, 'cv'))?.requirement).toMatchObject({ version: 2, name: 'Curriculum vitae' })
    expect((await askedOf(romero, 'cv'))?.requirement).toMatchObject({ version: 1, name: 'CV' })
    const { versions, changes } = await requirementRecord(whitlock, slug, 'cv')
    expect(versions.map(({ version, fromAt, retiredAt }) => [version, fromAt, retiredAt])).toEqual([
      [2, now, null],
      [1, null, now],
    ])
    expect(changes[0].changes?.map(({ label, from, to }) => [label, from, to])).toEqual([
      ['Name', 'CV', 'Curriculum vitae'],
      ['Sentence beside it', 'PDF, up to 20 MB.', 'At most 2 pages.'],
    ])
  })

  test('judges drafts by its new rule, with what was handed in before', async () => {
    const me = await newStudent('Quill')
    const id = await readyApplication(me)
    expect((await askedOf(me, 'transcript'))?.verdict.state).toBe('received')
    await change('transcript', { issuedDays: 30 })
    expect((await askedOf(me, 'transcript'))?.verdict.says).toMatch(/^It is dated October.1, 2026, more than 30 days/)
    expect(await refusalOf(sendApplication(me, id, later(1)))).toMatch(/^409 Upload your transcript/)
    await handIn(me, id, 'transcript', { file: paperOf(me), datedOn: '2026-11-10' }, later(2))
    const current = and(eq(documents.applicationId, id), eq(documents.isCurrent, true))
    expect(await read.select().from(documents).where(current)).toHaveLength(3)
    await sendApplication(me, id, later(3))
  })

  test('leaves one that is sent as it was, also when it is returned and sent again', async () => {
    const me = await newStudent('Quill')
    const id = await readyApplication(me)
    await sendApplication(me, id, later(1))
    await change('transcript', { issuedDays: 30 }, later(2))
    await change('statement', { words: 5 }, later(2))
    await returnApplication(whitlock, id, { reason: 'Say more about you.', byOn: '2026-12-04' }, later(3))
    expect((await readStatement(me, id)).most).toBe(300)
    await sendApplication(me, id, later(4))
    expect((await askedOf(me, 'transcript', later(5)))?.requirement.version).toBe(1)
    expect((await askedOf(me, 'transcript', later(5)))?.verdict.state).toBe('received')
  })

  test('counts from the very instant of the change', async () => {
    const me = await newStudent('Quill')
    const id = await readyApplication(me)
    await change('cv', { hint: 'At most 2 pages.' }, later(1))
    await sendApplication(me, id, later(1))
    await change('cv', { hint: 'At most 1 page.' }, later(2))
    const asked = judgedOf(await readMyRecord(me, id), 'to apply', later(3))
    expect(asked.filter(({ requirement }) => requirement.key === 'cv')).toHaveLength(1)
    expect(asked.find(({ requirement }) => requirement.key === 'cv')?.requirement.hint).toBe('At most 2 pages.')
  })

  test('is taken back by a third version; the one between is kept', async () => {
    await change('tb', { validDays: 180 })
    const [{ id }] = (await requirementRecord(whitlock, slug, 'tb')).changes
    await undoChange(pierce, id, later(1))
    const { versions } = await requirementRecord(whitlock, slug, 'tb')
    expect(versions.map(({ version, rule }) => [version, rule])).toEqual([
      [3, { kind: 'valid-through-last-day', days: 365 }],
      [2, { kind: 'valid-through-last-day', days: 180 }],
      [1, { kind: 'valid-through-last-day', days: 365 }],
    ])
  })

  test('that says the same is no new version', async () => {
    expect(await change('cv', {})).toBeUndefined()
    expect((await requirementRecord(whitlock, slug, 'cv')).versions).toHaveLength(1)
  })

  test('becomes another kind of file, and nothing that is judged by other means', async () => {
    expect(await change('cv', { kind: 'issued-within', issuedDays: 90, before: 'sending' })).toBeUndefined()
    expect((await requirementRecord(whitlock, slug, 'cv')).current.rule).toEqual({
      ...{ kind: 'issued-within', days: 90, before: 'sending' },
    })
    expect(await change('cv', { kind: 'exam-passed' })).toMatchObject({ fields: { kind: expect.any(String) } })
    expect(await change('statement', { phase: 'to start' })).toMatchObject({ fields: { phase: expect.any(String) } })
    const said = requirementForm.safeParse({ ...(await typed('cv', {})), issuedDays: undefined }).error?.issues[0]
    expect(said).toMatchObject({ path: ['issuedDays'], message: 'Enter how many days old it may be' })
  })

  test('is one coordinator’s at a time, and nobody else’s', async () => {
    const form = await typed('cv', { hint: 'At most 2 pages.' })
    await change('cv', { hint: 'At most 1 page.' })
    expect(await saveRequirement(pierce, slug, 'cv', form, later(1))).toMatchObject({
      since: { by: 'Ana Whitlock', changes: [{ name: 'hint', to: 'At most 1 page.' }] },
    })
    expect(await refusalOf(saveRequirement(attendings.adler, slug, 'cv', form, now))).toMatch(/^403/)
    expect(await refusalOf(requirementRecord(whitlock, slug, 'no-such'))).toMatch(/^404/)
  })
})

describe('what is asked for anew, or no more', () => {
  const papersNow = async (me: Person) => {
    const rows = await papersWhere(read, eq(placements.studentId, me.personId))
    return papersOf(rows, [], later(10))
  }
  const form = (it: object) =>
    requirementForm.parse({
      ...{ version: 0, name: 'Covid vaccine', task: 'Upload your Covid vaccine', phase: 'to start', kind: 'file' },
      ...{ isHealth: true, ...it },
    })

  test('is asked of drafts, and of nobody who has sent', async () => {
    const before = await papersNow(diallo)
    expect(await addRequirement(whitlock, slug, form({}), now)).toEqual({ key: 'covid-vaccine' })
    expect((await askedOf(park, 'covid-vaccine'))?.requirement).toMatchObject({ isHealth: true, dueDaysBefore: 28 })
    expect(await askedOf(romero, 'covid-vaccine')).toBeUndefined()
    expect(await papersNow(diallo)).toEqual(before)
    expect((await addRequirement(whitlock, slug, form({}), now)).refused).toBeDefined()
  })

  test('stays with those who have sent, and comes back for the others', async () => {
    const before = await papersNow(diallo)
    expect(before.map(({ key }) => key)).toContain('photo')
    const { undo } = await removeRequirement(whitlock, slug, 'photo', now)
    expect(await papersNow(diallo)).toEqual(before)
    expect(await askedOf(park, 'photo')).toBeUndefined()
    expect((await findClerkship(slug, now)).requirements.map(({ key }) => key)).not.toContain('photo')
    expect(await refusalOf(removeRequirement(whitlock, slug, 'photo', now))).toMatch(/^404/)
    await undoChange(whitlock, undo!.action.split('/')[3], later(1))
    expect((await askedOf(park, 'photo'))?.requirement).toMatchObject({ version: 2, name: 'Badge photo' })
    expect(await papersNow(diallo)).toEqual(before)
  })

  test('a paper handed in for one version counts for the next', async () => {
    const asked = (rows: Awaited<ReturnType<typeof papersNow>>) =>
      rows.find(({ key }) => key === 'photo')?.verdict.state
    const me = await newStudent('Quill')
    const id = await readyApplication(me)
    await handIn(me, id, 'photo', { file: paperOf(me) }, now)
    await change('photo', { hint: 'Smile.' }, later(1))
    await sendApplication(me, id, later(2))
    const [{ openingId }] = await read.select().from(placements)
    await write((tx) =>
      tx.insert(placements).values({
        ...{ applicationId: id, studentId: me.personId, openingId, status: 'accepted', statusAt: now },
        ...{ createdAt: now, isOverbooked: true },
      } as typeof placements.$inferInsert),
    )
    expect(asked(await papersNow(me))).toBe('received')
  })

  test('has one version in force at most, whatever writes it', async () => {
    const [row] = await read.select().from(requirements).where(eq(requirements.key, 'cv'))
    const twice = write((tx) => tx.insert(requirements).values({ ...row, id: undefined, version: 9 }))
    await expect(twice).rejects.toThrow()
  })
})

describe('whoever has not sent yet hears of it', () => {
  const told = async () =>
    (await read.select().from(messages).where(eq(messages.kind, 'requirement.changed')))
      .filter(({ status }) => status === 'waiting')
      .map(({ toAddress, subject, text }) => ({ to: toAddress, subject, text: text.replaceAll('\u00a0', ' ') }))
  const drafts = [students.cho, students.delgado, students.park].map(({ email }) => email).sort()

  test('once a change, ten minutes later, and nobody else', async () => {
    await change('cv', { hint: 'At most 2 pages.' })
    const [first, ...more] = await told()
    expect([first, ...more].map(({ to }) => to).sort()).toEqual(drafts)
    expect(first.subject).toBe('Changed for your application: CV')
    expect(first.text).toContain('Sentence beside it: PDF, up to 20 MB. → At most 2 pages.')
    const rows = await read.select().from(messages).where(eq(messages.kind, 'requirement.changed'))
    expect(rows.map(({ notBeforeAt }) => notBeforeAt)).toEqual(rows.map(() => later(10)))
    const { reach } = await requirementRecord(whitlock, slug, 'cv', now)
    expect(reach).toMatchObject({ drafts: 3, told: '3 students (Cho, Delgado, and Park)' })
  })

  test('not of what was taken back in time, and once of what was changed twice', async () => {
    await change('cv', { hint: 'At most 2 pages.' })
    const [{ id }] = (await requirementRecord(whitlock, slug, 'cv')).changes
    await undoChange(whitlock, id, later(5))
    expect(await told()).toEqual([])
    await change('cv', { hint: 'At most 2 pages.' }, later(6))
    await change('cv', { hint: 'At most 1 page.' }, later(7))
    const words = await told()
    expect(words.map(({ to }) => to).sort()).toEqual(drafts)
    expect(words[0].text).toContain('PDF, up to 20 MB. → At most 1 page.')
  })

  test('of one paper more, and of one that is no longer needed', async () => {
    const { undo } = await removeRequirement(whitlock, slug, 'photo', now)
    expect((await told()).map(({ subject }) => subject)).toEqual(drafts.map(() => 'No longer needed: Badge photo'))
    await undoChange(whitlock, undo!.action.split('/')[3], later(1))
    expect(await told()).toEqual([])
    const form = { version: 0, name: 'Parking form', task: 'Upload your parking form', phase: 'to start', kind: 'file' }
    await addRequirement(whitlock, slug, requirementForm.parse(form), later(2))
    const [{ subject, text }] = await told()
    expect([subject, text]).toEqual(['Also needed now: Parking form', expect.stringContaining('your parking form.')])
  })
})

test('the order is changed for everybody, is no new version, and is taken back', async () => {
  const { requirements: asked, version } = await clerkshipRecord(whitlock, slug)
  const { toApply, toStart } = orderOf(asked)
  const form = { version, toApply: [...toApply.slice(1), toApply[0]], toStart }
  const firsts = async () => (await findClerkship(slug, now)).requirements.slice(0, 2).map(({ key }) => key)
  expect(await firsts()).toEqual(['cv', 'transcript'])
  expect(await saveRequirementOrder(whitlock, slug, form, now)).toBeUndefined()
  expect(await firsts()).toEqual(['transcript', 'school'])
  const { requirements: moved, changes } = await clerkshipRecord(whitlock, slug)
  expect(moved.every((it) => it.version === 1)).toBe(true)
  expect(changes[0].changes?.[0]).toMatchObject({ label: 'Order of what is needed before an application is sent' })
  expect(await saveRequirementOrder(pierce, slug, form, later(1))).toMatchObject({ since: { by: 'Ana Whitlock' } })
  await undoChange(whitlock, changes[0].id, later(2))
  expect(await firsts()).toEqual(['cv', 'transcript'])
  expect(await refusalOf(saveRequirementOrder(attendings.adler, slug, form, now))).toMatch(/^403/)
})
