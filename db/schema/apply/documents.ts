import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { day, flag, id, instant, oneOf, word } from '../columns'
import { files } from '../files/files'
import { people } from '../people/people'
import { requirements } from '../program/requirements'
import { applications } from './applications'

/** What a student handed in for a requirement; a replaced one keeps its row (isCurrent false). */
export const documents = sqliteTable(
  'documents',
  {
    id: id(),
    studentId: text()
      .notNull()
      .references(() => people.id),
    applicationId: text()
      .notNull()
      .references(() => applications.id),
    requirementId: text()
      .notNull()
      .references(() => requirements.id),
    fileId: text().references(() => files.id),
    /** The day that the rule counts from: issued, tested or done. */
    datedOn: day(),
    /** Results and answers of a form without a file. */
    answers: text({ mode: 'json' }).$type<Record<string, string>>(),
    status: word(['received', 'accepted', 'problem', 'expired']).notNull(),
    problem: text(),
    isCurrent: flag(),
    handedInAt: instant().notNull(),
    checkedAt: instant(),
    checkedById: text(),
  },
  (t) => [
    index('documents_by_application').on(t.applicationId, t.requirementId),
    index('documents_by_status').on(t.status),
    oneOf('documents_status', t.status),
  ],
)

/** The home school's word: asked before sending, given before eligible. */
export const confirmations = sqliteTable(
  'confirmations',
  {
    id: id(),
    applicationId: text()
      .notNull()
      .references(() => applications.id),
    status: word(['asked', 'confirmed', 'declined', 'expired', 'revoked']).notNull(),
    askedAt: instant().notNull(),
    askedOf: text().notNull(),
    replyByOn: day().notNull(),
    answeredAt: instant(),
    signerName: text(),
    signerTitle: text(),
    answers: text({ mode: 'json' }).$type<Record<string, string>>(),
    reason: text(),
  },
  (t) => [
    uniqueIndex('a_school_is_asked_once_an_application').on(t.applicationId),
    oneOf('confirmations_status', t.status),
  ],
)

/** One reviewer's scores (rows' points 0–3), or a stated conflict. */
export const reviews = sqliteTable(
  'reviews',
  {
    id: id(),
    applicationId: text()
      .notNull()
      .references(() => applications.id),
    reviewerId: text()
      .notNull()
      .references(() => people.id),
    status: word(['drafted', 'signed']).notNull(),
    hasConflict: flag(),
    scores: text({ mode: 'json' }).$type<Record<string, number>>().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    uniqueIndex('a_reviewer_scores_an_application_once').on(t.applicationId, t.reviewerId),
    oneOf('reviews_status', t.status),
  ],
)
