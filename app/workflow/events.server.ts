import { and, asc, eq, sql } from 'drizzle-orm'
import { read, type Tx } from '#db/client'
import { newId } from '#db/schema/columns'
import { events, notes } from '#db/schema/index'
import type { Actor } from '#db/schema/people/actors'

type Happened = {
  subjectKind: string
  subjectId: string
  step: string
  from?: string | null
  to?: string | null
  note?: string
}

/** Who acts, as the columns of an event; a person's name as it was then. */
export function actorOf(me: Actor): { actorKind: Actor['kind']; personId: string | null; actorName: string } {
  const personId = me.kind === 'person' ? me.personId : null
  return { actorKind: me.kind, personId, actorName: me.kind === 'anonymous' ? 'Somebody' : me.name }
}

/** The statements that append an event, for `tx.batch`; its free text goes into an erasable note. */
export function eventStatements(tx: Tx, me: Actor, { note, ...it }: Happened, now: Date) {
  const noteId = note ? newId() : null
  const event = tx.insert(events).values({ ...actorOf(me), ...it, noteId, at: now })
  return noteId && note ? [tx.insert(notes).values({ id: noteId, text: note, at: now }), event] : [event]
}

/** Appends an event, in the transaction of what it tells. */
export async function record(tx: Tx, me: Actor, it: Happened, now: Date): Promise<void> {
  const [first, ...rest] = eventStatements(tx, me, it, now)
  await tx.batch([first, ...rest])
}

/** Appends many events at once, without notes. */
export async function recordAll(tx: Tx, me: Actor, list: Omit<Happened, 'note'>[], now: Date): Promise<void> {
  if (list.length > 0) await tx.insert(events).values(list.map((it) => ({ ...actorOf(me), ...it, at: now })))
}

/** The events of one thing, oldest first, as a query for `readAll`. */
export function eventsOf(subjectKind: string, subjectId: string) {
  return read
    .select({ at: events.at, step: events.step, to: events.to, by: events.actorName, note: notes.text })
    .from(events)
    .leftJoin(notes, eq(notes.id, events.noteId))
    .where(and(eq(events.subjectKind, subjectKind), eq(events.subjectId, subjectId)))
    .orderBy(asc(events.at), asc(sql`${events}.rowid`))
}
