import { and, asc, count, desc, eq, inArray, isNotNull, max, type SQL, sql } from 'drizzle-orm'
import { read, type Tx, together, write } from '#db/client'
import { newId } from '#db/schema/columns'
import { events, notes } from '#db/schema/index'
import type { Actor, Person } from '#db/schema/people/actors'
import type { Change } from './change'
import { actorOf } from './events.server'
import type { Refused, Since } from './overtaken.server'

const MOST_SHOWN = 30

type Told = { kind: string; id: string; step?: string; changes: Change[]; restores?: unknown }

/**
 * Appends what somebody changed on a thing, in the transaction of the change: each field with its value before and
 * after. `restores` is what an undo would need. Writes nothing when nothing changed; returns the event's id.
 */
export async function recordChange(tx: Tx, me: Actor, told: Told, now: Date): Promise<string | null> {
  const { kind, id, step = 'change', changes, restores = null } = told
  if (changes.length === 0) return null
  const [eventId, noteId] = [newId(), newId()]
  const it = { ...actorOf(me), id: eventId, subjectKind: kind, subjectId: id, step, noteId, at: now }
  await tx.batch([
    tx.insert(notes).values({ id: noteId, text: '', at: now, changes, restores }),
    tx.insert(events).values(it),
  ])
  return eventId
}

/** Events are never deleted: the order in which they were written decides within a millisecond. */
const inserted = sql`${events}.rowid`

/** The id, or a subquery that finds it. */
type Id = string | SQL<string>

const isOf = (kind: string, id?: Id) =>
  and(eq(events.subjectKind, kind), id === undefined ? undefined : eq(events.subjectId, id), isNotNull(notes.changes))

/** What was changed on one thing, or on all things of a kind, newest first, as a query for `readAll` and `History`. */
export const changesOf = (kind: string, id?: Id) =>
  read
    .select({
      id: events.id,
      subjectId: events.subjectId,
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
export const versionOf = (kind: string, id: Id) =>
  read.select({ version: count() }).from(events).innerJoin(notes, eq(notes.id, events.noteId)).where(isOf(kind, id))

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

type Thing = { kind: string; id: string; step?: string; version: number }
type Done = Refused | (Pick<Told, 'changes' | 'restores'> & { stored?: PromiseLike<unknown> })

/**
 * Changes a thing in one write and tells of it, unless somebody did after its form was opened. `work` stores and
 * returns what changed, and may leave its last statement in `stored` to go out with the event; where it refuses, it
 * must not have stored anything.
 */
export function change(me: Actor, thing: Thing, now: Date, work: (tx: Tx) => Promise<Done>) {
  const { version, ...it } = thing
  return write(async (tx): Promise<Refused | undefined> => {
    const since = await changedSince(tx, it.kind, it.id, version)
    if (since) return { since }
    const done = await work(tx)
    if ('since' in done || 'fields' in done) return done
    const { stored, ...told } = done
    await together([stored, recordChange(tx, me, { ...it, ...told }, now)])
  })
}

/**
 * The Undo of what this person just saved on a thing, whose form was opened at the version `seen`, for
 * `redirectSaying`. None where the save changed nothing: what was changed before, or by others, is not theirs to undo.
 */
export async function undoOf(me: Person, kind: string, id: Id, seen: number) {
  const rows = await read
    .select({ id: events.id, by: events.personId, mayUndo: sql`${notes.restores} is not null`.mapWith(Boolean) })
    .from(events)
    .innerJoin(notes, eq(notes.id, events.noteId))
    .where(isOf(kind, id))
    .orderBy(asc(events.at), asc(inserted))
  const last = rows.slice(seen).at(-1)
  return last?.mayUndo && last.by === me.personId ? { action: `/settings/changes/${last.id}/undo` } : undefined
}
