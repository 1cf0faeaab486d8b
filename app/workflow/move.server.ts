import { and, eq, inArray, type SQL } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { type Tx, together } from '#db/client'
import { events } from '#db/schema/index'
import type { Actor } from '#db/schema/people/actors'
import { actorOf, eventStatements } from './events.server'
import { follow } from './follow.server'
import { insist, type Permission } from './permissions'
import { conflict } from './refusal'
import type { Workflow } from './workflow'

type Stated = SQLiteTable & { id: SQLiteColumn; status: SQLiteColumn }
type Move = {
  table: Stated
  kind: string
  workflow: Workflow<string>
  step: string
  it: { id: string; status: string }
  /** A deadline or another condition that must hold at the moment of writing. */
  where?: SQL
  /** Other columns that change with the status. */
  set?: Record<string, unknown>
  note?: string
  /** What a person reads who came too late. */
  tooLate?: string
}

/**
 * The only code that ever sets a status: compare-and-set from the step's states, its event, and what follows, all in
 * `tx`; they and the first thing that follows asks are one round trip. Throws 403 when the actor may not, 409 when the
 * state or the condition no longer holds.
 */
export async function move(tx: Tx, me: Actor, { table, kind, workflow, step, it, ...more }: Move, now: Date) {
  const { from, to, by } = workflow[step]
  ;(insist as (me: Actor, by: Permission, it: unknown) => void)(me, by, it)
  const happened = { subjectKind: kind, subjectId: it.id, step, from: it.status, to, note: more.note }
  const moving = tx.batch([
    tx
      .update(table)
      .set({ ...more.set, status: to })
      .where(and(eq(table.id, it.id), inArray(table.status, [...from]), more.where))
      .returning({ id: table.id }),
    ...eventStatements(tx, me, happened, now),
  ])
  const following = follow(tx, `${kind}.${step}`, it.id, me, now)
  following.catch(() => {}) // what follows fails with a move that came too late: its refusal is the one to tell
  const [[moved]] = (await moving) as [{ id: string }[]]
  if (!moved) throw conflict(more.tooLate ?? `It is too late to ${step} this: something changed meanwhile.`)
  await following
}

type MoveAll = Omit<Move, 'it' | 'where'> & { them: { id: string; status: string }[] }

/** The same step for many, in four statements and what follows: all of them move, or none. Throws as `move` does. */
export async function moveAll(tx: Tx, me: Actor, { table, kind, workflow, step, them, ...more }: MoveAll, now: Date) {
  if (them.length === 0) return
  const { from, to, by } = workflow[step]
  for (const it of them) (insist as (me: Actor, by: Permission, it: unknown) => void)(me, by, it)
  const ids = them.map((it) => it.id)
  const happened = them.map((it) => ({ subjectKind: kind, subjectId: it.id, step, from: it.status, to, at: now }))
  const [moved] = await tx.batch([
    tx
      .update(table)
      .set({ ...more.set, status: to })
      .where(and(inArray(table.id, ids), inArray(table.status, [...from])))
      .returning({ id: table.id }),
    tx.insert(events).values(happened.map((it) => ({ ...actorOf(me), ...it }))),
  ])
  if (moved.length < ids.length) throw conflict(more.tooLate ?? `It is too late to ${step} these: something changed.`)
  await together(them.map((it) => follow(tx, `${kind}.${step}`, it.id, me, now)))
}
