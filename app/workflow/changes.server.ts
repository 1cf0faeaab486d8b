import { and, asc, count, desc, eq, inArray, isNotNull, max, sql } from 'drizzle-orm'
import { read, type Tx } from '#db/client'
import { events, notes } from '#db/schema/index'
import type { Actor } from '#db/schema/people/actors'
import type { Change } from './change'
import { actorOf } from './events.server'

const MOST_SHOWN = 30

type Told = { kind: string; id: string; step?: string; changes: Change[]; restores?: unknown }

/**
 * Appends what somebody changed on a thing, in the transaction of the change: each field with its value before and
 * after. `restores` is what an undo would need. Writes nothing when nothing changed; returns the event's id.
 */
export async function recordChange(tx: Tx, me: Actor, told: Told, now: Date): Promise<string | null> {
  const { kind, id, step = 'change', changes, restores = null } = told
  if (changes.length === 0) return null
  const [note] = await tx.insert(notes).values({ text: '', at: now, changes, restores }).returning({ id: notes.id })
  const it = { ...actorOf(me), subjectKind: kind, subjectId: id, step, noteId: note.id, at: now }
  const [event] = await tx.insert(events).values(it).returning({ id: events.id })
  return event.id
}

/** Events are never deleted: the order in which they were written decides within a millisecond. */
const inserted = sql`${events}.rowid`

const isOf = (kind: string, id?: string) =>
  and(eq(events.subjectKind, kind), id === undefined ? undefined : eq(events.subjectId, id), isNotNull(notes.changes))

/** What was changed on one thing, or on all things of a kind, newest first, as a query for `readAll` and `History`. */
export const changesOf = (kind: string, id?: string) =>
  read
    .select({
      id: events.id,
      at: events.at,
      by: events.actorName,
      step: events.step,
      changes: notes.changes,
      mayUndo: sql<boolean>`${notes.restores} is not null`.mapWith(Boolean),
    })
    .from(events)
    .innerJoin(notes, eq(notes.id, events.noteId))
    .where(isOf(kind, id))
    .orderBy(desc(events.at), desc(inserted))
    .limit(MOST_SHOWN)

/** The last change of each kind: who and when, as a query for `readAll`. */
export const lastChanges = (kinds: string[]) =>
  read
    .select({ kind: events.subjectKind, at: max(events.at), by: events.actorName })
    .from(events)
    .innerJoin(notes, eq(notes.id, events.noteId))
    .where(and(inArray(events.subjectKind, kinds), isNotNull(notes.changes)))
    .groupBy(events.subjectKind)

/** How often a thing was changed, as a query for `readAll`: a form carries it, so that nobody overwrites unseen. */
export const versionOf = (kind: string, id: string) =>
  read.select({ version: count() }).from(events).innerJoin(notes, eq(notes.id, events.noteId)).where(isOf(kind, id))

export type Since = { by: string; at: Date; changes: Change[]; version: number }

/** What others changed after the form was opened, oldest first; null when nobody did. Ask it inside `write`. */
export async function changedSince(tx: Tx, kind: string, id: string, seen: number): Promise<Since | null> {
  const rows = await tx
    .select({ by: events.actorName, at: events.at, changes: notes.changes })
    .from(events)
    .innerJoin(notes, eq(notes.id, events.noteId))
    .where(isOf(kind, id))
    .orderBy(asc(events.at), asc(inserted))
  const later = rows.slice(seen)
  if (later.length === 0) return null
  const { by, at } = later[later.length - 1]
  return { by, at, changes: later.flatMap((row) => row.changes ?? []), version: rows.length }
}
