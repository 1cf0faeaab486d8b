import { beforeEach, describe, expect, test } from 'vitest'
import { judgeOf, spansOf } from '#app/pair/judge.server'
import { findBlock, publishPairings, savePairings } from '#app/pair/pairings.server'
import { conferencesOn } from '#app/pair/week.server'
import { programNow, setDemoClock } from '#app/workflow/clock.server'
import '#app/follows.server'
import { read, write } from '#db/client'
import * as t from '#db/schema/index'
import { attendings, idOf, residents, staff } from '#db/seed/cast'
import { demoStartsAt, seedProgram } from '#db/seed/index'
import { freshDatabase } from '#tests/support/database'

const ana = staff.whitlock
let blockId: string
let openingId: string

/** A confirmed student on peripheral IR in block 7, January 4 – 29. */
async function place(name: string): Promise<string> {
  const studentId = idOf(name)
  const placementId = idOf(`placement of ${name}`)
  await write(async (tx) => {
    await tx.insert(t.people).values({ id: studentId, name, familyName: name, createdAt: programNow() })
    await tx
      .insert(t.addresses)
      .values({ personId: studentId, email: `${studentId}@students.example`, isPrimary: true })
    const row = { id: placementId, studentId, openingId, status: 'confirmed', statusAt: programNow() } as const
    await tx.insert(t.placements).values(row)
  })
  return placementId
}

beforeEach(async () => {
  await freshDatabase()
  await write(seedProgram)
  await setDemoClock(demoStartsAt)
  const block = (await read.query.blocks.findMany()).find((it) => it.name === '7')!
  blockId = block.id
  const services = await read.query.services.findMany()
  const peripheral = services.find((it) => it.takesStudents && it.name.startsWith('Peripheral'))!
  const openings = await read.query.openings.findMany()
  openingId = openings.find((it) => it.blockId === blockId && it.serviceId === peripheral.id)!.id
})

const week = { firstOn: '2027-01-04', lastOn: '2027-01-08' }
const entry = (placementId: string, supervisorId: string | null, span = week) => ({
  ...span,
  placementId,
  supervisorId,
})
const pair = (placementId: string, supervisorId: string) =>
  savePairings(ana, blockId, [entry(placementId, supervisorId)], [])
const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown) => thrown,
  )
  return error instanceof Response ? `${error.status} ${await error.text()}` : error
}

describe('a coordinator pairs a week', () => {
  test('with a resident who is on the service', async () => {
    const placement = await place('Avery Stone')
    const facts = await findBlock(ana, blockId)
    const student = facts.students[0]
    const may = facts.supervisors.filter(
      (it) => it.kind === 'resident' && !judgeOf(facts, []).whyNot(student, it.id, week),
    )
    expect(may.length).toBeGreaterThan(0)
    await pair(placement, may[0].id)
    expect(await read.query.pairings.findMany()).toMatchObject([{ placementId: placement, status: 'draft', ...week }])
  })

  test('and is refused one who is elsewhere, in PGY 1, away or excluded', async () => {
    const placement = await place('Avery Stone')
    const intern = (await read.query.supervisors.findMany()).find((it) => it.pgy === 1)!
    expect(await refusal(pair(placement, intern.personId))).toMatch(/409 .*takes no student \(PGY 1\)/)
    expect(await refusal(pair(placement, residents.raman.personId))).toMatch(/^409 Priya Raman can’t take/)
    const facts = await findBlock(ana, blockId)
    const free = facts.supervisors.find(
      (it) => it.kind === 'resident' && !judgeOf(facts, []).whyNot(facts.students[0], it.id, week),
    )!
    const absence = {
      personId: free.id,
      firstOn: '2027-01-06',
      lastOn: '2027-01-06',
      kind: 'vacation',
      status: 'approved',
    } as const
    await write((tx) => tx.insert(t.absences).values(absence))
    expect(await refusal(pair(placement, free.id))).toContain('is away')
    await write(async (tx) => {
      await tx.delete(t.absences)
      await tx.insert(t.exclusions).values({ studentId: facts.students[0].studentId, supervisorId: free.id })
    })
    expect(await refusal(pair(placement, free.id))).toContain('may not be paired with this student')
    expect(await read.query.pairings.findMany()).toEqual([])
  })

  test('and two coordinators at once can’t give a resident a third student', async () => {
    const placements = [await place('One Stone'), await place('Two Stone'), await place('Three Stone')]
    const facts = await findBlock(ana, blockId)
    const free = facts.supervisors.find(
      (it) => it.kind === 'resident' && !judgeOf(facts, []).whyNot(facts.students[0], it.id, week),
    )!
    const said = await Promise.all(placements.map((placement) => refusal(pair(placement, free.id))))
    expect(said.filter((it) => it === null)).toHaveLength(2)
    expect(said.find((it) => it !== null)).toContain('already has 2 of 2 students')
  })

  test('only a coordinator may', async () => {
    const placement = await place('Avery Stone')
    const work = Promise.resolve().then(() =>
      savePairings(attendings.chen, blockId, [entry(placement, residents.haddad.personId)], []),
    )
    expect(await refusal(work)).toMatch(/^403/)
  })
})

test('a week is cut where residents change on the first of a month', async () => {
  const all = await read.query.blocks.findMany()
  const block = all.find((it) => it.name === '6')!
  const [opening] = (await read.query.openings.findMany()).filter((it) => it.blockId === block.id)
  openingId = opening.id
  blockId = block.id
  await place('Avery Stone')
  const facts = await findBlock(ana, block.id)
  const spans = spansOf(facts.students[0], facts).flat()
  expect(spans).toContainEqual({ firstOn: '2026-11-30', lastOn: '2026-11-30' })
  expect(spans.at(-1)?.lastOn).toBe('2026-12-18')
})

test('publishing shows the weeks to both sides and tells each once, however often it is pressed', async () => {
  const placement = await place('Avery Stone')
  const facts = await findBlock(ana, blockId)
  const free = facts.supervisors.find(
    (it) => it.kind === 'resident' && !judgeOf(facts, []).whyNot(facts.students[0], it.id, week),
  )!
  await pair(placement, free.id)
  expect(await refusal(publishPairings(ana, blockId))).toContain('has no attending of record yet')
  const record = [{ placementId: placement, attendingId: attendings.chen.personId }]
  await savePairings(ana, blockId, [entry(placement, free.id)], record)
  expect(await read.query.messages.findMany()).toEqual([])
  await Promise.all([publishPairings(ana, blockId), publishPairings(ana, blockId)])
  expect((await read.query.pairings.findMany())[0].status).toBe('published')
  expect(await read.query.messages.findMany()).toHaveLength(2)
  const events = (await read.query.events.findMany()).filter((it) => it.subjectKind === 'pairing')
  expect(events).toMatchObject([{ step: 'publish', from: 'draft', to: 'published', actorName: 'Ana Whitlock' }])
})

test('a conference that replaces noon stands in for the daily one, every other week', async () => {
  const conferences = await read.query.conferences.findMany()
  const noon = (on: string) =>
    conferencesOn(conferences, on)
      .filter((it) => it.startsAt === '12:00')
      .map((it) => it.name)
  expect(noon('2026-11-25')).toHaveLength(1)
  expect(noon('2026-11-25')[0]).toMatch(/pulmonary/i)
  expect([noon('2026-11-12')[0], noon('2026-11-19')[0]].filter((name) => /neuro/i.test(name))).toHaveLength(1)
})
