import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { takeBackDrafts } from '#app/assign/draft-undo.server'
import { linesOf } from '#app/assign/list'
import { findList, keepList, placeList } from '#app/assign/lists.server'
import { placeStudent } from '#app/assign/placements.server'
import { publishDrafts, retractOffers } from '#app/assign/publication.server'
import { rowsOf } from '#app/files/table.server'
import '#app/follows.server'
import { read, write } from '#db/client'
import * as t from '#db/schema/index'
import { staff, students } from '#db/seed/cast'
import { opening, subInternship } from '#db/seed/clerkships'
import { demoStartsAt as now } from '#db/seed/index'
import { school } from '#db/seed/schools'
import { seededDatabase } from '#tests/support/database'
import { ask } from '#tests/support/handler'
import { brokenRules } from '#tests/support/invariants'
import { refusalOf } from '#tests/support/refusal'

const [ana, joel] = [staff.whitlock, staff.pierce]
const year = '2026-27'
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const staffAddress = staff.pierce.email
const list =
  'Student,Block,Service,E-mail\nImani Cole,12,Peripheral IR,imani@own.example\nOwen Blake,10A,Peripheral IR,\n'

beforeEach(async () => {
  await seededDatabase()
})

const placed = async (text: string, me = ana, at = now) => {
  await keepList(me, year, text)
  return placeList(me, year, at)
}
const looked = async (text: string) => {
  await keepList(ana, year, text)
  const { lines } = await findList(ana, year, now)
  return lines.map(({ student, state, says }) => `${student}: ${state}, ${says}`)
}
const listedNow = () =>
  read
    .select({ name: t.people.name, placement: t.placements, application: t.applications })
    .from(t.placements)
    .innerJoin(
      t.applications,
      and(eq(t.applications.id, t.placements.applicationId), eq(t.applications.isListed, true)),
    )
    .innerJoin(t.people, eq(t.people.id, t.placements.studentId))
    .orderBy(t.people.name)
const states = async () =>
  (await listedNow()).map(({ name, placement, application }) => `${name}: ${placement.status}, ${application.status}`)
const counts = async () => {
  const all = [t.people, t.addresses, t.profiles, t.applications, t.choices, t.placements]
  return Promise.all(all.map(async (table) => (await read.select().from(table)).length))
}

describe('a list', () => {
  test('is read with commas, semicolons or tabs, with headings in any order or without', () => {
    const line = { student: 'Imani Cole', block: '12', service: 'Neuro IR', school: 'Ours, Inc.' }
    const pasted = [
      'Imani Cole\t12\tNeuro IR\tOurs, Inc.',
      'Imani Cole;12;Neuro IR;"Ours, Inc."\n\n;;;',
      '\uFEFFschool,block name,service,student name,remark\r\n"Ours, Inc.",12,Neuro IR, Imani Cole ,x\r\n',
    ]
    for (const text of pasted) expect(linesOf(rowsOf(text))).toMatchObject([line])
    const quoted = linesOf(rowsOf('Imani "Immy" Cole\t12\tNeuro IR\t"Ours, Inc."'))
    expect(quoted).toMatchObject([{ ...line, student: 'Imani "Immy" Cole' }])
    const turned = ['"Cole, Imani",12', '"Imani Cole, Jr.",12', 'van der Lee, Anna\t12'].flatMap((it) =>
      linesOf(rowsOf(it)),
    )
    expect(turned.map(({ student }) => student)).toEqual(['Imani Cole', 'Imani Cole, Jr.', 'Anna van der Lee'])
    expect(() => rowsOf('Imani "Cole,12\n"')).toThrow('A quotation mark in this list has no partner')
    expect(() => rowsOf('x,1,y\n'.repeat(501))).toThrow('This list has 501 lines')
  })

  test('is looked at line by line, each by the rules of the hand and with those before it placed', async () => {
    const head = 'student,block,service,school,e-mail,clerkship,class\n'
    const lines = [
      'Imani Cole,12,Peripheral IR,,,,',
      'Owen Blake,12,peripheral,,,,',
      'Ana Reyes,99,Peripheral IR,,,,',
      'Ana Reyes,12,Neuro IR,,,,',
      'Ana Reyes,10A,Peripheral IR,Nowhere College,,,',
      'Ana Reyes,10A,Peripheral IR,,not an address,,',
      'Ana Reyes,11,Peripheral IR,,,,2028',
      'Ana Reyes,11,Peripheral IR,,,,next',
      `Ana Reyes,11,Peripheral IR,,${staffAddress},,`,
      'Imani Cole,12A,Peripheral IR,,,,',
      ',12,Peripheral IR,,,,',
    ]
    expect(await looked(head + lines.join('\n'))).toMatchInlineSnapshot(`
      [
        "Imani Cole: new, Has room",
        "Owen Blake: problem, Full: 1 of 1",
        "Ana Reyes: problem, There are no seats in a block “99” of this year",
        "Ana Reyes: problem, Block 12 has no seats on “Neuro IR”",
        "Ana Reyes: problem, There is no school “Nowhere College” on file",
        "Ana Reyes: problem, “not an address” is no e-mail address",
        "Ana Reyes: problem, Third-years may not hold this: Sub-internship in interventional radiology",
        "Ana Reyes: problem, Write the class as a year, like 2027",
        "Ana Reyes: problem, joel.pierce@rotations.example belongs to Joel Pierce, who is no student here",
        "Imani Cole: problem, Already with us in block 12 on the same days",
        "No name: problem, Name the student",
      ]
    `)
  })

  test('places everybody as pinned drafts, or nobody', async () => {
    const before = await counts()
    const wrong = await refusalOf(placed(`${list}Ana Reyes,99,Peripheral IR,`))
    expect(wrong).toBe('409 Ana Reyes: There are no seats in a block “99” of this year. Nobody was placed.')
    expect(await counts()).toEqual(before)
    expect(await placed(list)).toBe(2)
    expect(await states()).toEqual(['Imani Cole: draft, eligible', 'Owen Blake: draft, eligible'])
    expect((await listedNow()).every(({ placement }) => placement.isPinned)).toBe(true)
    expect(await brokenRules(now)).toEqual([])
    expect(await refusalOf(placeList(ana, year, now))).toMatch(/^409 There is no list any more/)
  })

  test('changes nothing the second time', async () => {
    await placed(list)
    const after = await counts()
    expect(await placed(list, joel)).toBe(0)
    expect(await counts()).toEqual(after)
  })

  test('makes no second person of a student who has an account: it asks whom a line without an address means', async () => {
    const { name, email, personId } = students.fontaine
    const [{ school: theirs }] = await read
      .select({ school: t.schools.name })
      .from(t.profiles)
      .innerJoin(t.schools, eq(t.schools.id, t.profiles.schoolId))
      .where(eq(t.profiles.personId, personId))
    const head = 'student,block,service,school,e-mail\n'
    const asked =
      'problem, Claire Fontaine of this school is known as claire.fontaine@students.example: if the line means ' +
      'them, add the address in a column “E-mail”; if it means somebody else, add that student’s own'
    await write((tx) => tx.update(t.openings).set({ seats: 9 }))
    expect(await looked(`${name},8,Peripheral IR,${theirs}`)).toEqual([`${name}: ${asked}`])
    expect((await findList(ana, year, now)).personIds).toEqual([personId])
    const before = await counts()
    expect(await refusalOf(placed(`claire  FONTAINE,8,Peripheral IR,${theirs.toUpperCase()}`))).toMatch(
      /Nobody was placed/,
    )
    expect(await counts()).toEqual(before)
    const lines = [
      `${name},8,Peripheral IR,${theirs},${email}`,
      `${name},12,Peripheral IR,${theirs},claire@own.example`,
      `${name},11,Peripheral IR,${theirs},`,
      `${name},11,Peripheral IR,Bayline Medical College,`,
    ]
    expect(await looked(head + lines.join('\n'))).toEqual([
      `${name}: there, Is placed there already`,
      `${name}: new, Has room`,
      expect.stringContaining('known as claire.fontaine@students.example and claire@own.example: if'),
      `${name}: new, Has room`,
    ])
  })

  test('asks that of two of its own lines too', async () => {
    const head = 'student,block,service,e-mail\n'
    const lines = ['Imani Cole,12,Peripheral IR,imani@own.example', 'Imani Cole,10A,Peripheral IR,']
    expect(await looked(head + lines.join('\n'))).toEqual([
      'Imani Cole: new, Has room',
      expect.stringMatching(/^Imani Cole: problem, .* known as imani@own.example/),
    ])
    expect(await looked(head + lines.reverse().join('\n'))).toEqual([
      'Imani Cole: new, Has room',
      'Imani Cole: problem, Imani Cole of this school stands further up without an address: if both lines mean one ' +
        'student, add the address in both; if they mean two, add each one’s own',
    ])
    const before = await counts()
    expect(await refusalOf(placed(head + lines.join('\n')))).toMatch(/^409 Imani Cole: .*Nobody was placed/)
    expect(await counts()).toEqual(before)
    await placed(head + lines.map((it) => it.replace(/,$/, ',imani@own.example')).join('\n'))
    expect((await counts())[0]).toBe(before[0] + 1)
  })

  test('asks it of a line with an address too, where the one further up means somebody on file without', async () => {
    await placed('student,block,service,e-mail\nOwen Blake,10A,Peripheral IR,')
    const lines = ['Owen Blake,12,Peripheral IR,', 'Owen Blake,11,Peripheral IR,owen@own.example']
    expect(await looked(`student,block,service,e-mail\n${lines.join('\n')}`)).toEqual([
      'Owen Blake: new, Has room',
      expect.stringContaining('stands further up without an address'),
    ])
  })

  test('gives who is on file without an address the one that a later list names, and makes no second person', async () => {
    const head = 'student,block,service,e-mail\n'
    await placed(`${head}Owen Blake,10A,Peripheral IR,`)
    const before = await counts()
    const line = 'Owen Blake,12,Peripheral IR,owen@own.example'
    expect(await looked(head + line)).toEqual([
      'Owen Blake: new, Has room. Owen Blake of this school is on file without an address and gets owen@own.example: ' +
        'for somebody else, write a middle name too',
    ])
    await placed(head + line)
    const [people, addresses] = await counts()
    expect([people - before[0], addresses - before[1]]).toEqual([0, 1])
    const [{ placement }, other] = await listedNow()
    expect(other.placement.studentId).toBe(placement.studentId)
    const address = await read.query.addresses.findFirst({ where: eq(t.addresses.personId, placement.studentId) })
    expect(address).toMatchObject({ email: 'owen@own.example', isPrimary: true, verifiedAt: null })
    expect(await looked(`${head}Owen X. Blake,11,Peripheral IR,owen.x@own.example`)).toEqual([
      'Owen X. Blake: new, Has room',
    ])
    expect(await brokenRules(now)).toEqual([])
  })

  test('that cannot be read keeps what was typed and is not shown beside the list before', async () => {
    await keepList(ana, year, list)
    const form = new FormData()
    form.set('list', 'Nora "Bell,12\n')
    const { status, body } = await ask(ana, `/board/${year}/list`, { method: 'POST', body: form })
    expect(status).toBe(422)
    expect(body).toContain('Nora &quot;Bell,12')
    expect(body).toContain('has no partner')
    expect(body).not.toContain('id="looked"')
    expect((await ask(ana, `/board/${year}/list`)).body).toContain('id="looked"')
  })

  test('takes the last seat only once, and a student of the lists is told who has it', async () => {
    await placed(list)
    const opening12 = opening(subInternship, '12', 'peripheral')
    const rivera = (await read.query.applications.findFirst({
      where: eq(t.applications.studentId, students.rivera.personId),
    }))!
    const said = await refusalOf(placeStudent(joel, { applicationId: rivera.id, openingId: opening12 }, now))
    expect(said).toMatch(/^409 /)
    expect(await looked('Noa Stein,12,Peripheral IR,')).toEqual([
      expect.stringMatching(/^Noa Stein: problem, Full: 1 of 1/),
    ])
  })

  test('is taken back within ten minutes by whoever placed it, and can be placed again', async () => {
    const before = await counts()
    await placed(list)
    expect(await refusalOf(takeBackDrafts(joel, year, now, later(1)))).toMatch(/^409 There is nothing to take back/)
    expect(await refusalOf(takeBackDrafts(ana, year, now, later(11)))).toMatch(/^409 There is nothing to take back/)
    expect(await takeBackDrafts(ana, year, now, later(9))).toHaveLength(2)
    expect(await states()).toEqual([])
    const [people, , , applications, choices, placements] = await counts()
    expect([applications, choices, placements]).toEqual([before[3], before[4], before[5]])
    expect(await placed(list, joel, later(10))).toBe(2)
    expect((await counts())[0]).toBe(people)
    expect(await brokenRules(later(10))).toEqual([])
  })

  test('once published has its places, told after ten minutes and undone until then; nobody uncovered is confirmed', async () => {
    await placed(`${list}Kai Moreno,11,Peripheral IR,`, ana, later(-1))
    await write((tx) =>
      tx
        .update(t.agreements)
        .set({ lastOn: '2027-05-01' })
        .where(eq(t.agreements.schoolId, school('arroyo'))),
    )
    const ids = (await listedNow()).map(({ placement }) => placement.id)
    expect(await publishDrafts(ana, year, { placementIds: ids, daysSet: {} }, now)).toBe(3)
    expect(await states()).toMatchInlineSnapshot(`
      [
        "Imani Cole: accepted, placed",
        "Kai Moreno: accepted, placed",
        "Owen Blake: confirmed, placed",
      ]
    `)
    const mails = await read.query.messages.findMany({ where: eq(t.messages.kind, 'placement.enrolled') })
    expect(mails.map(({ toAddress, notBeforeAt }) => [toAddress, notBeforeAt])).toEqual([
      ['imani@own.example', later(10)],
    ])
    expect(await brokenRules(now)).toEqual([])
    expect(await refusalOf(retractOffers(joel, year, now, later(1)))).toMatch(/^409/)
    expect(await retractOffers(ana, year, now, later(9))).toBe(3)
    expect(await states()).toEqual(expect.arrayContaining(['Imani Cole: draft, eligible']))
    const left = await read.query.messages.findMany({ where: eq(t.messages.kind, 'placement.enrolled') })
    expect(left.map(({ status }) => status)).toEqual(['withdrawn'])
    expect(await brokenRules(later(9))).toEqual([])
  })
})
