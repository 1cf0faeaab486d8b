import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { placements } from '../assign/placements'
import { day, id, instant, oneOf, word } from '../columns'
import { people } from '../people/people'

export type QuestionnaireItem = {
  key: string
  kind: 'conflict' | 'days' | 'rating' | 'narrative' | 'day'
  /** `{first}` stands for the student's first name, here and in starters. */
  text: string
  note?: string
  isRequired?: boolean
  leastLength?: number
  mayBeQuoted?: boolean
  starters?: string[]
}

/** Versioned items; a used version is never edited. */
export const questionnaires = sqliteTable(
  'questionnaires',
  {
    id: id(),
    slug: word(['resident-on-student', 'attending-on-student', 'midpoint', 'midpoint-two-weeks']).notNull(),
    version: integer().notNull(),
    name: text().notNull(),
    status: word(['draft', 'in use', 'retired']).notNull(),
    items: text({ mode: 'json' }).$type<QuestionnaireItem[]>().notNull(),
    releaseAfter: word(['signature', 'look', 'grade']).notNull(),
  },
  (t) => [
    uniqueIndex('a_questionnaire_has_one_row_a_version').on(t.slug, t.version),
    oneOf('questionnaires_slug', t.slug),
    oneOf('questionnaires_status', t.status),
    oneOf('questionnaires_release_after', t.releaseAfter),
  ],
)

/** One questionnaire about one person by another on one placement. */
export const evaluations = sqliteTable(
  'evaluations',
  {
    id: id(),
    placementId: text()
      .notNull()
      .references(() => placements.id),
    authorId: text()
      .notNull()
      .references(() => people.id),
    subjectId: text()
      .notNull()
      .references(() => people.id),
    questionnaireId: text()
      .notNull()
      .references(() => questionnaires.id),
    status: word(['requested', 'drafted', 'signed', 'declined', 'expired']).notNull(),
    declinedFor: word(['contact', 'conflict']),
    requestedAt: instant().notNull(),
    dueOn: day().notNull(),
    draft: text({ mode: 'json' }).$type<Record<string, string>>(),
    draftedAt: instant(),
    releasedAt: instant(),
    readAt: instant(),
    /** The last day a message listed this as owed: to the author, and to the clerkship director. */
    remindedOn: day(),
    escalatedOn: day(),
  },
  (t) => [
    uniqueIndex('an_evaluation_is_asked_once').on(t.placementId, t.authorId, t.subjectId, t.questionnaireId),
    index('evaluations_by_author').on(t.authorId, t.status),
    index('evaluations_by_subject').on(t.subjectId),
    index('evaluations_by_status').on(t.status, t.dueOn),
    oneOf('evaluations_status', t.status),
    oneOf('evaluations_declined_for', t.declinedFor),
  ],
)

/** Signed answers: numbered versions that never change (a trigger refuses). */
export const signedAnswers = sqliteTable(
  'signed_answers',
  {
    id: id(),
    evaluationId: text()
      .notNull()
      .references(() => evaluations.id),
    version: integer().notNull(),
    answers: text({ mode: 'json' }).$type<Record<string, string>>().notNull(),
    days: integer(),
    reason: text(),
    signedAt: instant().notNull(),
  },
  (t) => [uniqueIndex('a_signed_version_stands_once').on(t.evaluationId, t.version)],
)

/** A professionalism concern about a student, to the clerkship director, apart from ratings. */
export const professionalismConcerns = sqliteTable(
  'professionalism_concerns',
  {
    id: id(),
    placementId: text()
      .notNull()
      .references(() => placements.id),
    authorId: text().notNull(),
    text: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [uniqueIndex('a_concern_is_raised_once').on(t.placementId, t.authorId, t.text)],
)
