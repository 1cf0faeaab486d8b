import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { findRotation } from '#app/pair/rotations.server'
import { clinicDays, clinicDaysForm, saveClinicDays } from '#app/program/clinic-days.server'
import { conferenceRecord, removeConference, saveConference } from '#app/program/conference-changes.server'
import { conferenceForm } from '#app/program/conference-form.server'
import { listConferences } from '#app/program/conferences.server'
import { curriculumYear, saveCurriculum } from '#app/program/curriculum.server'
import { curriculumForm } from '#app/program/curriculum-form.server'
import { editableProgram, saveProgram } from '#app/program/program.server'
import { programForm } from '#app/program/program-form.server'
import { addService, removeService, saveService } from '#app/program/service-changes.server'
import { weekForm } from '#app/program/service-form.server'
import { serviceRecord } from '#app/program/service-record.server'
import { saveSessions, saveWeek } from '#app/program/sessions.server'
import { undoChange } from '#app/program/undo.server'
import { dayText } from '#app/ui/time'
import { changeText } from '#app/workflow/change'
import { changesOf } from '#app/workflow/changes.server'
import { refuseForm } from '#app/workflow/overtaken.server'
import { read, write } from '#db/client'
import { clinics, conferences, notes, openings, pairings, placements, program, services } from '#db/schema/index'
import { block } from '#db/seed/calendar'
import { attendings, staff, students } from '#db/seed/cast'
import { service } from '#db/seed/program'
import { livePlacement } from '#db/views'
import { seededDatabase } from '#tests/support/database'
import { ask } from '#tests/support/handler'
import { refusalOf } from '#tests/support/refusal'

const now = new Date('2026-11-24T17:00:00Z')
const { whitlock, pierce } = staff

beforeEach(() => seededDatabase())

const isLive = (status: string) => (livePlacement as readonly string[]).includes(status)
const opened = async () => (await editableProgram(whitlock)).program
const rules = async () => (await read.select().from(program))[0]
const formOf = (typed: Record<string, unknown>) =>
  new URLSearchParams(Object.entries(typed).map(([name, value]) => [name, String(value)]))

test('a coordinator changes a number, and the history tells from what to what', async () => {
  const form = await opened()
  expect(await saveProgram(whitlock, { ...form, replyDays: 10 }, now)).toBeUndefined()
  expect((await rules()).replyDays).toBe(10)
  const [change] = await changesOf('program', '1')
  expect(change).toMatchObject({ by: 'Ana Whitlock', at: now })
  expect(change.changes).toEqual([
    { name: 'replyDays', label: 'Time to reply to an offer (days)', from: '14', to: '10' },
  ])
})

test('saving without a change tells nothing', async () => {
  await saveProgram(whitlock, await opened(), now)
  expect(await changesOf('program', '1')).toEqual([])
})

test('of two coordinators who edit at once the second is told, and nothing of the first is lost', async () => {
  const [ana, joel] = [await opened(), await opened()]
  await saveProgram(whitlock, { ...ana, replyDays: 10, hospital: 'The Hospital' }, now)
  const refused = await saveProgram(pierce, { ...joel, replyDays: 12, decisionDays: 15 }, now)
  expect(refused).toMatchObject({ since: { by: 'Ana Whitlock', version: 1 } })
  expect(await rules()).toMatchObject({ replyDays: 10, decisionDays: 21 })

  const typed = new FormData()
  for (const [name, value] of formOf({ ...joel, replyDays: 12, decisionDays: 15 })) typed.set(name, value)
  const { data, init } = refuseForm({ form: typed, schema: programForm }, refused!)
  expect(init?.status).toBe(409)
  const { initialValue, error } = data.result
  expect(initialValue).toMatchObject({ hospital: 'The Hospital', replyDays: '12', decisionDays: '15', version: '1' })
  expect(error?.replyDays?.[0]).toContain('Ana Whitlock set this to 10 meanwhile')
  expect(Object.keys(error ?? {}).sort()).toEqual(['', 'replyDays'])
  const again = programForm.parse({ ...joel, hospital: 'The Hospital', replyDays: 12, decisionDays: 15, version: 1 })
  expect(await saveProgram(pierce, again, now)).toBeUndefined()
  expect(await rules()).toMatchObject({ hospital: 'The Hospital', replyDays: 12, decisionDays: 15 })
})

test('of twenty who save the same opened form at once, one is stored', async () => {
  const form = await opened()
  const all = Array.from({ length: 20 }, (_, n) => saveProgram(whitlock, { ...form, replyDays: 20 + n }, now))
  const done = (await Promise.all(all)).filter((refused) => refused === undefined)
  expect(done).toHaveLength(1)
  expect(await changesOf('program', '1')).toHaveLength(1)
})

test('no fewer dates can be ranked than students already ranked', async () => {
  const refused = await saveProgram(whitlock, { ...(await opened()), mostChoices: 1 }, now)
  expect(refused).toMatchObject({ fields: { mostChoices: expect.stringMatching(/ranked up to \d dates: leave at/) } })
})

test('a resident’s most is not set below who is paired with them, and the day is named', async () => {
  const weiss = (await read.select().from(pairings)).find(({ lastOn }) => lastOn >= '2026-11-25')!
  const { id: _, ...pairing } = weiss
  const other = (await read.query.placements.findMany()).find(
    ({ id, status }) => id !== weiss.placementId && status === 'confirmed',
  )!
  await write((tx) => tx.insert(pairings).values({ ...pairing, placementId: other.id, firstOn: '2026-11-25' }))
  const refused = await saveProgram(whitlock, { ...(await opened()), mostStudentsAResident: 1 }, now)
  expect(refused).toEqual({
    fields: { mostStudentsAResident: expect.stringMatching(/has 2 students on Wednesday, November\s25/) },
  })
})

test('each bound and each pair of numbers is explained under its field', async () => {
  const form = await opened()
  const said = (typed: object) =>
    programForm.safeParse({ ...form, ...typed }).error?.issues.map((it) => [it.path[0], it.message])
  expect(said({ leastRatings: 2 })).toEqual([
    ['leastRatings', 'A teacher sees ratings from: enter a whole number from 3 to 20 (students on)'],
  ])
  expect(said({ shortReplyDays: 15 })?.[0][0]).toBe('shortReplyDays')
  expect(said({ gradeDueDays: 30, gradeLimitDays: 29 })?.[0][0]).toBe('gradeDueDays')
  expect(said({ promoteUntilDaysBefore: 28 })?.[0][0]).toBe('promoteUntilDaysBefore')
  expect(said({ firstDayAt: '7 am' })?.[0][0]).toBe('firstDayAt')
  expect(said({})).toBeUndefined()
})

test('nobody but a coordinator changes settings, whatever the form says', async () => {
  const refusal = await refusalOf(saveProgram(attendings.adler, await opened(), now))
  expect(refusal).toMatch(/^403/)
  expect((await ask(attendings.adler, '/settings/program', { method: 'POST', body: formOf({}) })).status).toBe(403)
})

const serviceForm = (version: number, typed: object = {}) => ({
  ...{ version, name: 'Peripheral IR', letter: 'P', tone: 'info' as const, description: null, focus: [] },
  ...{ takesStudents: true, mostStudents: 3 },
  ...typed,
})

describe('a service', () => {
  test('holds no fewer students than are placed on it, and the day with most is named', async () => {
    const day = '2027-02-01'
    const at = new Date('2027-01-20T18:00:00Z')
    const placed = await read.select().from(placements)
    const opening = (await read.select().from(openings)).find(
      (it) => it.serviceId === service('peripheral') && it.blockId === block('8'),
    )!
    const live = placed.filter((it) => it.openingId === opening.id && isLive(it.status))
    const some = placed.filter((it) => !isLive(it.status)).slice(0, 3 - live.length)
    for (const it of some) {
      const set = { openingId: opening.id, status: 'confirmed' as const, applicationId: null }
      await write((tx) => tx.update(placements).set(set).where(eq(placements.id, it.id)))
    }
    const refused = await saveService(whitlock, 'peripheral', serviceForm(0, { mostStudents: 2 }), at)
    const on = dayText(day, { weekday: true, year: true })
    const say = `4 students are placed here on ${on}: leave room for 4, or move them on the board first`
    expect(refused).toEqual({ fields: { mostStudents: say } })
    const set = { mostStudents: 5 }
    await write((tx) => tx.update(services).set(set).where(eq(services.slug, 'peripheral')))
    expect(await saveService(whitlock, 'peripheral', serviceForm(0, { mostStudents: 4 }), at)).toBeUndefined()
  })

  test('has a name and a letter of its own', async () => {
    const taken = await addService(whitlock, serviceForm(0, { name: 'Pain', letter: 'N' }), now)
    expect(taken.refused).toEqual({ fields: { letter: 'Neuro IR has the letter N already: choose another' } })
    const same = await addService(whitlock, serviceForm(0, { name: 'Neuro IR', letter: 'X' }), now)
    expect(same.refused).toMatchObject({ fields: { name: expect.stringContaining('Another service is called') } })
    expect(await addService(whitlock, serviceForm(0, { name: 'Pain clinic', letter: 'X' }), now)).toEqual({
      slug: 'pain-clinic',
    })
  })

  test('that is used stays; one that is not goes', async () => {
    expect(await refusalOf(removeService(whitlock, 'neuro', now))).toMatch(
      /^409 Neuro IR is used by \d+ openings, \d+ duties/,
    )
    await addService(whitlock, serviceForm(0, { name: 'Pain clinic', letter: 'X' }), now)
    expect(await removeService(whitlock, 'pain-clinic', now)).toBe('Pain clinic')
  })

  test('that the curriculum names as the other choice stays', async () => {
    await addService(whitlock, serviceForm(0, { name: 'Pain clinic', letter: 'X' }), now)
    const { service: pain } = await serviceRecord(whitlock, 'pain-clinic')
    const { items, version } = await curriculumYear(whitlock, '6')
    const form = curriculumForm.parse({ version, items: [{ ...items[0], orServiceId: pain.id }, ...items.slice(1)] })
    expect(await saveCurriculum(whitlock, '6', form, now)).toBeUndefined()
    expect(await refusalOf(removeService(whitlock, 'pain-clinic', now))).toMatch(
      /^409 Pain clinic is used by 1 part of the curriculum/,
    )
  })

  test('keeps only half-days of its own sessions', async () => {
    const { week } = await serviceRecord(whitlock, 'peripheral')
    expect(await saveWeek(whitlock, 'neuro', weekForm.parse({ version: 0, week }), now)).toBeUndefined()
    expect((await serviceRecord(whitlock, 'neuro')).week).toEqual({})
    expect((await serviceRecord(whitlock, 'peripheral')).week).toEqual(week)
  })
})

test('whoever has vein clinic is with the student also when the session has another name', async () => {
  const running = eq(placements.status, 'confirmed')
  const inBlock6 = eq(openings.blockId, block('6'))
  const [{ personId }] = await read
    .select({ personId: placements.studentId })
    .from(placements)
    .innerJoin(openings, eq(openings.id, placements.openingId))
    .where(and(running, inBlock6, eq(openings.serviceId, service('peripheral'))))
  const friday = async () => {
    const rotation = await findRotation({ ...students.rivera, personId }, '2026-12-11', now)
    return rotation?.days[4].slots.find(({ time, isSession }) => isSession && time === 'Afternoon')
  }
  const before = await friday()
  expect(before).toMatchObject({ what: 'Vein clinic', who: 'Dr. Gupta' })
  const { sessions } = await serviceRecord(whitlock, 'peripheral')
  const items = sessions.map((it) => (it.name === 'Vein clinic' ? { ...it, name: 'Legs' } : it))
  await saveSessions(whitlock, 'peripheral', { version: 0, items }, now)
  expect(await friday()).toEqual({ ...before, what: 'Legs' })
  const withTeam = items.map((it) => (it.name === 'Legs' ? { ...it, clinic: null } : it))
  await saveSessions(whitlock, 'peripheral', { version: 1, items: withTeam }, now)
  expect((await friday())?.who).not.toContain('Gupta')
  expect((await changesOf('service'))[0].changes?.map(changeText)).toEqual([
    'Legs, who is with the student: Who has vein clinic → The team',
  ])
})

describe('an undo', () => {
  const newest = async (kind: string) => (await changesOf(kind))[0].id
  test('puts back what stood before, and is itself told', async () => {
    await saveProgram(whitlock, { ...(await opened()), replyDays: 10 }, now)
    expect(await undoChange(pierce, await newest('program'), now)).toBe('/settings/program')
    expect((await rules()).replyDays).toBe(14)
    expect((await changesOf('program'))[0]).toMatchObject({ by: 'Joel Pierce' })
  })

  test('puts a removed session back with its half-days', async () => {
    const before = await serviceRecord(whitlock, 'neuro')
    await saveSessions(whitlock, 'neuro', { version: 0, items: before.sessions.slice(1) }, now)
    expect((await serviceRecord(whitlock, 'neuro')).week).not.toEqual(before.week)
    await undoChange(whitlock, await newest('service'), now)
    const { sessions, week } = await serviceRecord(whitlock, 'neuro')
    expect({ sessions, week }).toEqual({ sessions: before.sessions, week: before.week })
  })

  test('is refused after a later change, with who made it', async () => {
    await saveProgram(whitlock, { ...(await opened()), replyDays: 10 }, now)
    const first = await newest('program')
    await saveProgram(pierce, { ...(await opened()), decisionDays: 15 }, now)
    expect(await refusalOf(undoChange(whitlock, first, now))).toMatch(/^409 Joel Pierce changed this since: We decide/)
    expect(await rules()).toMatchObject({ replyDays: 10, decisionDays: 15 })
  })

  test('is refused when the values of before break what stands now', async () => {
    await saveProgram(whitlock, { ...(await opened()), mostChoices: 20 }, now)
    const restores = { ...(await opened()), mostChoices: 1 }
    await write((tx) => tx.update(notes).set({ restores }))
    expect(await refusalOf(undoChange(whitlock, await newest('program'), now))).toMatch(/^409 .*ranked up to/)
  })

  test('is a coordinator’s, and of a change that is there', async () => {
    await saveProgram(whitlock, { ...(await opened()), replyDays: 10 }, now)
    expect(await refusalOf(undoChange(attendings.adler, await newest('program'), now))).toMatch(/^403/)
    expect(await refusalOf(undoChange(whitlock, 'no-such-event', now))).toMatch(/^404/)
  })
})

test('a conference that was removed comes back under its id, and meets until its last day', async () => {
  const [first] = await read.select().from(conferences)
  await removeConference(whitlock, first.id, now)
  expect(await read.select().from(conferences).where(eq(conferences.id, first.id))).toEqual([])
  await undoChange(whitlock, (await changesOf('conference'))[0].id, now)
  expect(await read.select().from(conferences).where(eq(conferences.id, first.id))).toEqual([first])

  const { conference } = await conferenceRecord(whitlock, first.id)
  const ended = conferenceForm.parse({ ...conference, lastOn: { month: '11', day: '24', year: '2026' } })
  await saveConference(whitlock, first.id, ended, now)
  const is = async (day: string) => (await listConferences(day)).some(({ id }) => id === first.id)
  expect([await is('2026-11-24'), await is('2026-11-25')]).toEqual([true, false])
})

test('one person’s clinic days change, nobody else’s', async () => {
  const others = async () =>
    (await read.select().from(clinics)).filter((it) => it.personId !== attendings.bauer.personId)
  const before = await others()
  const form = clinicDaysForm.parse({ version: 0, week: { '3-morning': 'vein clinic' } })
  await saveClinicDays(whitlock, attendings.bauer.personId, form, now)
  expect((await clinicDays(whitlock, attendings.bauer.personId)).week).toEqual({ '3-morning': 'vein clinic' })
  expect(await others()).toEqual(before)
  expect((await changesOf('clinic days'))[0].changes).toContainEqual({
    ...{ label: 'Dr. Bauer, Wednesday morning', from: null, to: 'Vein clinic' },
  })
})

test.each([
  ['/openings/2026-27', 'Settings'],
  ['/clerkships/elective/edit', 'Settings'],
  ['/settings/years', 'Settings'],
  ['/absences/new', 'Schedule'],
  ['/today', 'Today'],
])('a coordinator on %s is told to be under %s, and under nothing else', async (path, label) => {
  const { body } = await ask(whitlock, path)
  const nav = /<nav[^>]*aria-label="Main".*?<\/nav>/s.exec(body)![0]
  const current = [...nav.matchAll(/<a[^>]*aria-current="page"[^>]*>([^<]*)</g)]
  expect(current.map(([, text]) => text)).toEqual([label])
})

test('a director reads who works with whom in a block, and has no field to change it', async () => {
  const read = async (me: typeof whitlock) => (await ask(me, `/pairings/${block('6')}`)).body
  expect(await read(whitlock)).toContain('<select')
  const page = await read(attendings.adler)
  expect(page).toContain('Jonah Weiss')
  expect(page).toContain('Attending of record: Dr. ')
  expect(page).not.toContain('<select')
})
