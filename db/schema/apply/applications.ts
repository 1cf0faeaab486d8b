import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { day, flag, id, instant, oneOf, word } from '../columns'
import { people } from '../people/people'
import { academicYears, blocks } from '../program/calendar'
import { clerkships } from '../program/clerkships'
import { schools } from '../program/schools'
import { services } from '../program/services'

/** Where a student studies, said once. Year of study is worked out from promotesOn and graduatesOn. */
export const profiles = sqliteTable(
  'profiles',
  {
    personId: text()
      .primaryKey()
      .references(() => people.id),
    schoolId: text().references(() => schools.id),
    schoolName: text(),
    registrarEmail: text().notNull(),
    promotesOn: day().notNull(),
    graduatesOn: day().notNull(),
    medicineDoneOn: day().notNull(),
    surgeryDoneOn: day().notNull(),
    exam: word(['step-1', 'level-1']),
    examPassedOn: day(),
    emergencyName: text(),
    emergencyPhone: text(),
    updatedAt: instant().notNull(),
  },
  (t) => [oneOf('profiles_exam', t.exam)],
)

/** One student, one clerkship, one academic year. */
export const applications = sqliteTable(
  'applications',
  {
    id: id(),
    reference: text().notNull(),
    studentId: text()
      .notNull()
      .references(() => people.id),
    clerkshipId: text()
      .notNull()
      .references(() => clerkships.id),
    yearId: text()
      .notNull()
      .references(() => academicYears.id),
    status: word([
      'draft',
      'submitted',
      'returned',
      'eligible',
      'waitlisted',
      'not offered',
      'withdrawn',
      'placed',
    ]).notNull(),
    statement: text(),
    statusAt: instant().notNull(),
    startedAt: instant().notNull(),
    sentAt: instant(),
    /** When it was first sent: it is judged by the requirements that were in force then. */
    requirementsAt: instant(),
    replyByOn: day(),
    reason: text(),
    returnByOn: day(),
    /** Entered from a list of students who come without applying: it has no form and asks for no papers. */
    isListed: flag(),
  },
  (t) => [
    uniqueIndex('an_application_has_its_own_reference').on(t.reference),
    uniqueIndex('a_student_has_one_live_application_a_clerkship_and_year')
      .on(t.studentId, t.clerkshipId, t.yearId)
      .where(sql`${t.status} not in ('withdrawn', 'not offered')`),
    index('applications_by_status').on(t.status, t.sentAt),
    oneOf('applications_status', t.status),
  ],
)

/** A ranked wish: a block, and a service or any. */
export const choices = sqliteTable(
  'choices',
  {
    id: id(),
    applicationId: text()
      .notNull()
      .references(() => applications.id),
    rank: integer().notNull(),
    blockId: text()
      .notNull()
      .references(() => blocks.id),
    serviceId: text().references(() => services.id),
    hasEnded: flag(),
  },
  (t) => [
    uniqueIndex('a_rank_is_given_once').on(t.applicationId, t.rank),
    uniqueIndex('a_block_and_service_is_wished_once')
      .on(t.applicationId, t.blockId, t.serviceId)
      .where(sql`${t.serviceId} is not null`),
    uniqueIndex('a_block_and_any_service_is_wished_once')
      .on(t.applicationId, t.blockId)
      .where(sql`${t.serviceId} is null`),
  ],
)
