import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, instant, oneOf, word } from '../columns'

/** What a person changed, as they read it: a field's label, its value before and after; null where there was none. */
export type Change = { label: string; from: string | null; to: string | null; name?: string }

/** Free text beside an event, erasable apart from it; what was changed, and what would put it back. */
export const notes = sqliteTable('notes', {
  id: id(),
  text: text().notNull(),
  at: instant().notNull(),
  changes: text({ mode: 'json' }).$type<Change[]>(),
  restores: text({ mode: 'json' }),
})

/** Who took which step when. Append-only: triggers refuse update and delete. */
export const events = sqliteTable(
  'events',
  {
    id: id(),
    at: instant().notNull(),
    actorKind: word(['person', 'link', 'job', 'anonymous']).notNull(),
    personId: text(),
    actorName: text().notNull(),
    subjectKind: text().notNull(),
    subjectId: text().notNull(),
    step: text().notNull(),
    from: text(),
    to: text(),
    noteId: text().references(() => notes.id),
  },
  (t) => [
    oneOf('events_actor_kind', t.actorKind),
    index('events_by_subject').on(t.subjectKind, t.subjectId, t.at),
    index('events_by_time').on(t.at),
  ],
)

/** Staff saw a student's record (FERPA, 34 CFR 99.32); written at the edge, once a request. */
export const disclosures = sqliteTable(
  'disclosures',
  {
    id: id(),
    at: instant().notNull(),
    viewerId: text().notNull(),
    studentId: text().notNull(),
    what: text().notNull(),
  },
  (t) => [index('disclosures_by_student').on(t.studentId, t.at)],
)
