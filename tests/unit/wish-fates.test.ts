import { eq, isNotNull } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { findWishFates } from '#app/assign/wish-fates.server'
import { setDemoClock } from '#app/workflow/clock.server'
import { read } from '#db/client'
import * as t from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { residents, staff, students } from '#db/seed/cast'
import { demoStartsAt as now } from '#db/seed/index'
import { seededDatabase } from '#tests/support/database'
import { ask } from '#tests/support/handler'
import { refusalOf } from '#tests/support/refusal'

beforeAll(async () => {
  await seededDatabase()
  await setDemoClock(now)
})

const applicationOf = async ({ personId }: { personId: string }) =>
  (await read.query.applications.findFirst({ where: eq(t.applications.studentId, personId) }))!
const saidTo = async (student: Person) =>
  (await findWishFates(student, (await applicationOf(student)).id, now)).fates.map(
    ({ name, says }) => `${name}: ${says}`,
  )

describe('what became of each wish', () => {
  test('is said to the student: what was offered, what is full, what is held for others', async () => {
    expect(await saidTo(students.diallo)).toContainEqual(expect.stringMatching(/: Offered to you$/))
    expect(await saidTo(students.fontaine)).toContainEqual(expect.stringMatching(/: You accepted it$/))
    expect(await saidTo(students.sokolov)).toContainEqual(
      expect.stringMatching(/: Full: other students have the seats\. You are on its waitlist$/),
    )
    for (const says of await saidTo(students.rivera)) expect(says).toMatch(/: Not decided yet$/)
  })

  test('names no other student, to nobody, whatever the state', async () => {
    const people = await read.select().from(t.people)
    const sent = await read.select().from(t.applications).where(isNotNull(t.applications.sentAt))
    const names = new Set(sent.map(({ studentId }) => studentId))
    const others = people.filter(({ id }) => names.has(id))
    expect(sent.length).toBeGreaterThan(20)
    for (const { id, studentId } of sent) {
      const me: Person = { kind: 'person', personId: studentId, name: 'A student', roles: ['student'] }
      const { fates } = await findWishFates(me, id, now)
      expect(fates.length).toBeGreaterThan(0)
      const text = JSON.stringify(fates)
      expect(others.filter((one) => one.id !== studentId && text.includes(one.familyName))).toEqual([])
      expect(text).not.toMatch(/draft/i)
    }
  })

  test('is the same for the coordinator, and nobody else’s', async () => {
    const { id } = await applicationOf(students.diallo)
    expect((await findWishFates(staff.whitlock, id, now)).fates).toEqual(
      (await findWishFates(students.diallo, id, now)).fates,
    )
    const { disclosed, status } = await ask(staff.whitlock, `/applications/${id}/wishes`)
    expect([status, disclosed]).toEqual([200, [students.diallo.personId]])
    for (const me of [students.rivera, residents.raman])
      expect(await refusalOf(findWishFates(me, id, now))).toMatch(/^404/)
    expect(await refusalOf(findWishFates(students.park, (await applicationOf(students.park)).id, now))).toMatch(/^404/)
  })
})
