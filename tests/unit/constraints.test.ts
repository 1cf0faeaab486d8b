import { and, eq, is } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import { getTableConfig, type SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { beforeEach, describe, expect, test } from 'vitest'
import { startApplication } from '#app/apply/applications.server'
import { declineToOffer, undoDecision } from '#app/apply/decisions.server'
import { sendApplication } from '#app/apply/submissions.server'
import { askForWaitlist } from '#app/assign/answers.server'
import { lapseOffers } from '#app/assign/due.server'
import { saveRoles } from '#app/people/roles.server'
import { rolesForm } from '#app/people/roles-form.server'
import { removeYear } from '#app/program/calendar-copy.server'
import { read, write } from '#db/client'
import { rulesWithSentence } from '#db/constraints'
import * as t from '#db/schema/index'
import { cast } from '#db/seed/cast'
import { newStudent, now, readyApplication, refusal } from '#tests/support/applicant'
import { seededDatabase } from '#tests/support/database'
import '#app/follows.server'

const { whitlock, adler, bauer, diallo } = cast

beforeEach(async () => {
  await seededDatabase()
})

describe('a rule that the schema keeps', () => {
  /** Nobody meets these: what they hold apart is made of chance, or written over on a second time. */
  const unmet = [
    'applications.reference',
    'reviews.application_id, reviews.reviewer_id',
    'questionnaires.slug, questionnaires.version',
    'signed_answers.evaluation_id, signed_answers.version',
    'professionalism_concerns.placement_id, professionalism_concerns.author_id, professionalism_concerns.text',
    'grades.placement_id',
    'signed_grades.grade_id, signed_grades.version',
    'letters.placement_id, letters.author_id',
    'messages.key',
    'exclusions.student_id, exclusions.supervisor_id',
    'addresses.person_id',
    'sign_ins.token_hash',
    'codes.email',
    'invitations.token_hash',
    'links.token_hash',
    'jobs.key',
    'waitlist_places.opening_id, waitlist_places.application_id',
  ]

  test('has a sentence for whoever meets it, or is met by nobody', () => {
    const tables = Object.values(t).filter((it: unknown) => is(it, SQLiteTable))
    const rules = tables.flatMap((table) => {
      const { name, indexes } = getTableConfig(table)
      const unique = indexes.filter(({ config }) => config.unique)
      return unique.map(({ config }) =>
        (config.columns as SQLiteColumn[])
          .map((column) => `${toSnakeCase(name)}.${toSnakeCase(column.name)}`)
          .join(', '),
      )
    })
    const keys = ['roles.person_id, roles.role', 'academic_years.id']
    expect([...rulesWithSentence, ...unmet].sort()).toEqual([...new Set([...rules, ...keys])].sort())
  })

  test('refuses with its sentence, and nothing is saved', async () => {
    const [service] = await read.select().from(t.services)
    const twice = write((tx) => tx.insert(t.services).values({ ...service, id: 'another' }))
    expect(await refusal(twice)).toBe('409 Another service has that name: choose another. Nothing was saved.')
  })

  test('about what is named elsewhere refuses to lose it, and to name what is gone', async () => {
    const gone = write((tx) => tx.delete(t.blocks))
    expect(await refusal(gone)).toMatch(/^409 This names something that was removed meanwhile, or something still uses/)
    expect((await read.select().from(t.blocks)).length).toBeGreaterThan(20)
  })
})

describe('a student who was not offered and applied anew', () => {
  test('keeps the new application: the coordinator cannot undo the old decision any more', async () => {
    const lee = await newStudent('Robin Lee')
    const id = await readyApplication(lee)
    await sendApplication(lee, id, now)
    await declineToOffer(whitlock, id, 'No seats are left.', now)
    const next = await startApplication(lee, 'sub-internship', now)
    expect(next).not.toBe(id)
    expect(await refusal(undoDecision(whitlock, id, now))).toMatch(
      /^409 There is a newer application for the same clerkship and year, IR-2026-\d{4}: it counts now/,
    )
  })

  test('cannot join the waitlist with the application whose offer ended', async () => {
    const [{ id, expiresAt }] = await read
      .select()
      .from(t.placements)
      .where(and(eq(t.placements.studentId, diallo.personId), eq(t.placements.status, 'offered')))
    await lapseOffers(new Date(expiresAt!.getTime() + 1000))
    await startApplication(diallo, 'sub-internship', now)
    expect(await refusal(askForWaitlist(diallo, id, now))).toMatch(/^409 There is a newer application/)
  })
})

test('a role that is sent twice is given once', async () => {
  const form = rolesForm.parse({ version: 0, roles: ['reviewer', 'program-director', 'program-director'] })
  expect(await saveRoles(adler, bauer.personId, form, now)).toBeUndefined()
})

test('an academic year in which somebody applied stays', async () => {
  const [clerkship] = await read.select().from(t.clerkships)
  const year = { id: '2030-31', firstOn: '2030-07-01', lastOn: '2031-06-30' }
  const [student] = await read.select().from(t.applications)
  const row = { ...student, id: 'later', reference: 'IR-2030-0101', yearId: year.id, clerkshipId: clerkship.id }
  const [first] = await read.select().from(t.academicYears)
  await write(async (tx) => {
    await tx.insert(t.academicYears).values({ ...first, ...year })
    await tx.insert(t.applications).values(row)
  })
  expect(await refusal(removeYear(whitlock, year.id, now))).toMatch(/^409 2030\S+31 has applications, so it stays/)
})
