import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { placements } from '../assign/placements'
import { flag, id, instant, oneOf, word } from '../columns'
import { people } from '../people/people'

/** Recommended grade on the home school's scale, and narrative. */
export const grades = sqliteTable(
  'grades',
  {
    id: id(),
    placementId: text()
      .notNull()
      .references(() => placements.id),
    status: word(['drafted', 'signed', 'corrected']).notNull(),
    grade: text(),
    narrative: text(),
    updatedAt: instant().notNull(),
    updatedById: text().notNull(),
  },
  (t) => [uniqueIndex('a_placement_has_one_grade').on(t.placementId), oneOf('grades_status', t.status)],
)

export const signedGrades = sqliteTable(
  'signed_grades',
  {
    id: id(),
    gradeId: text()
      .notNull()
      .references(() => grades.id),
    version: integer().notNull(),
    grade: text().notNull(),
    narrative: text().notNull(),
    signedById: text().notNull(),
    signedAt: instant().notNull(),
    reason: text(),
  },
  (t) => [uniqueIndex('a_signed_grade_stands_once').on(t.gradeId, t.version)],
)

/** A letter of recommendation: only on the student's request, with waiver and consent. */
export const letters = sqliteTable(
  'letters',
  {
    id: id(),
    placementId: text()
      .notNull()
      .references(() => placements.id),
    studentId: text()
      .notNull()
      .references(() => people.id),
    authorId: text()
      .notNull()
      .references(() => people.id),
    status: word(['requested', 'drafted', 'signed', 'uploaded']).notNull(),
    requestedAt: instant().notNull(),
    hasWaived: flag(),
    /** The student's written consent that the author may use evaluations; without it none is shown. */
    consentedAt: instant(),
    /** The name that the student typed to sign waiver and consent. */
    signerName: text().notNull(),
    erasLetterId: text().notNull(),
    aamcId: text().notNull(),
    body: text(),
    signedAt: instant(),
    uploadedAt: instant(),
  },
  (t) => [
    uniqueIndex('a_letter_is_asked_once_a_placement_and_author').on(t.placementId, t.authorId),
    oneOf('letters_status', t.status),
  ],
)
