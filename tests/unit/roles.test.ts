import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { rolesRecord, saveRoles } from '#app/people/roles.server'
import { keepToken } from '#app/people/sign-in-cookie.server'
import { resolvePerson, startSignIn } from '#app/people/sign-ins.server'
import { personRecord, saveTeaching } from '#app/program/teaching.server'
import { teachingForm } from '#app/program/teaching-form.server'
import { undoChange } from '#app/program/undo.server'
import { changesOf } from '#app/workflow/changes.server'
import { read, write } from '#db/client'
import { roles, supervisors } from '#db/schema/index'
import { attendings, residents, staff, students } from '#db/seed/cast'
import { seededDatabase } from '#tests/support/database'
import { refusalOf } from '#tests/support/refusal'

const now = new Date('2026-11-24T17:00:00Z')
const { whitlock, pierce } = staff
const { brandt, haddad, raman, moreno } = residents
const { adler } = attendings

beforeEach(() => seededDatabase())

const rolesOf = async (personId: string) =>
  (await read.select().from(roles).where(eq(roles.personId, personId))).map(({ role }) => role).sort()

describe('roles', () => {
  test('are given and taken, with history, and every sign-in of the person ends', async () => {
    const token = await write((tx) => startSignIn(tx, brandt.personId, { device: 'Firefox', oldToken: null }))
    const cookie = (await keepToken(token)).split(';')[0]
    expect(await resolvePerson(cookie)).not.toBeNull()
    expect(
      await saveRoles(adler, brandt.personId, { version: 0, roles: ['resident', 'reviewer'] }, now),
    ).toBeUndefined()
    expect(await rolesOf(brandt.personId)).toEqual(['resident', 'reviewer'])
    expect(await resolvePerson(cookie)).toBeNull()
    const [change] = await changesOf('roles', brandt.personId)
    expect(change).toMatchObject({ by: 'Dr. Adler' })
    expect(change.changes).toEqual([{ label: 'Roles', from: 'Resident', to: 'Resident, reviewer' }])
    await undoChange(whitlock, change.id, now)
    expect(await rolesOf(brandt.personId)).toEqual(['resident'])
  })

  test('of oneself may be given up, not taken', async () => {
    const refused = await saveRoles(
      whitlock,
      whitlock.personId,
      { version: 0, roles: ['coordinator', 'reviewer'] },
      now,
    )
    expect(refused).toEqual({ fields: { roles: expect.stringContaining('Nobody gives themself a role') } })
    expect(await saveRoles(whitlock, whitlock.personId, { version: 0, roles: [] }, now)).toBeUndefined()
    expect(await rolesOf(whitlock.personId)).toEqual([])
  })

  test('leave a coordinator: of three who give it up at once, the last is refused', async () => {
    const give = (me: typeof whitlock, kept: 'resident'[]) =>
      saveRoles(me, me.personId, { version: 0, roles: kept }, now)
    const refused = await Promise.all([give(whitlock, []), give(pierce, []), give(haddad, ['resident'])])
    expect(refused.filter((one) => one !== undefined)).toEqual([
      { fields: { roles: 'This is the last coordinator: make somebody else a coordinator first' } },
    ])
    const left = (await read.select().from(roles)).filter(({ role }) => role === 'coordinator')
    expect(left).toHaveLength(1)
    const last = left[0].personId
    const byDirector = await saveRoles(adler, last, { version: 0, roles: [] }, now)
    expect(byDirector).toMatchObject({ fields: { roles: expect.stringContaining('last coordinator') } })
  })

  test('are a coordinator’s and the program director’s to change, and a student stays a student', async () => {
    expect(await refusalOf(rolesRecord(attendings.duarte, brandt.personId))).toMatch(/^403/)
    expect(await refusalOf(saveRoles(brandt, moreno.personId, { version: 0, roles: [] }, now))).toMatch(/^403/)
    expect(await refusalOf(saveRoles(whitlock, 'nobody', { version: 0, roles: [] }, now))).toMatch(/^404/)
    await saveRoles(whitlock, students.marsh.personId, { version: 0, roles: ['reviewer'] }, now)
    expect(await rolesOf(students.marsh.personId)).toEqual(['reviewer', 'student'])
  })
})

describe('a teacher', () => {
  const typed = (more: object) => teachingForm.parse({ version: 0, kind: 'resident', pgy: 5, ...more })
  const rowOf = async (personId: string) =>
    (await read.select().from(supervisors).where(eq(supervisors.personId, personId)))[0]

  test('moves up a year, from the academic year that runs', async () => {
    await saveTeaching(whitlock, moreno.personId, typed({ pgy: 2 }), now)
    expect(await rowOf(moreno.personId)).toMatchObject({ pgy: 2, pgyFrom: '2026-07-01', mostStudents: null })
    const { changes } = await personRecord(whitlock, moreno.personId)
    expect(changes[0].changes).toContainEqual({ name: 'pgy', label: 'Year of training (PGY)', from: '1', to: '2' })
  })

  test('has no fewer students at most than they are paired with, and the day is named', async () => {
    const refused = await saveTeaching(whitlock, raman.personId, typed({ mostStudents: 0 }), now)
    expect(refused).toEqual({
      fields: { mostStudents: expect.stringMatching(/^Priya Raman has 1 student on Tuesday, November\s24: pair them/) },
    })
    const first = await saveTeaching(whitlock, raman.personId, typed({ pgy: 1 }), now)
    expect(first).toMatchObject({ fields: { pgy: expect.stringContaining('Priya Raman has 1 student') } })
    expect(await saveTeaching(whitlock, raman.personId, typed({ mostStudents: 1 }), now)).toBeUndefined()
  })

  test('is one only once a kind with its year or division is given', () => {
    const said = (form: object) => teachingForm.safeParse({ version: 0, ...form }).error?.issues.map((it) => it.path[0])
    expect(said({ kind: 'resident' })).toEqual(['pgy'])
    expect(said({ kind: 'attending' })).toEqual(['division'])
    expect(said({})).toContain('kind')
  })
})
