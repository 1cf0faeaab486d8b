import { and, eq, gte, inArray, lte, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { addDays, dayAt } from '#app/workflow/day.server'
import type { Tx } from '#db/client'
import * as t from '#db/schema/index'

type From = Pick<Tx, 'select'>

const halves = alias(t.blocks, 'halves')

const placedColumns = {
  placementId: t.placements.id,
  studentId: t.placements.studentId,
  student: t.people.name,
  firstOn: t.blocks.firstOn,
  lastOn: t.blocks.lastOn,
  weeks: t.clerkships.weeks,
  halfOn: halves.lastOn,
  attendingId: t.attendingsOfRecord.attendingId,
}

/** Placements that have begun and whose grade may still wait, with their attending of record and half A's end. */
const placedNow = (from: From, today: string, limit: number) =>
  from
    .select(placedColumns)
    .from(t.placements)
    .innerJoin(t.openings, eq(t.openings.id, t.placements.openingId))
    .innerJoin(t.blocks, eq(t.blocks.id, t.openings.blockId))
    .innerJoin(t.clerkships, eq(t.clerkships.id, t.openings.clerkshipId))
    .innerJoin(t.people, eq(t.people.id, t.placements.studentId))
    .leftJoin(halves, and(eq(halves.partOfId, t.blocks.id), eq(halves.firstOn, t.blocks.firstOn)))
    .leftJoin(t.attendingsOfRecord, eq(t.attendingsOfRecord.placementId, t.placements.id))
    .where(
      and(
        inArray(t.placements.status, ['confirmed', 'completed']),
        lte(t.blocks.firstOn, today),
        gte(t.blocks.lastOn, addDays(today, -limit)),
      ),
    )

export type Placed = Awaited<ReturnType<typeof placedNow>>[number]
export type AskingFacts = Awaited<ReturnType<typeof askingFacts>>

/** All that decides who is asked today: placements, published pairings, days away, what was asked before. */
export async function askingFacts(from: From, now: Date) {
  const today = dayAt(now)
  const [rules] = await from.select().from(t.program)
  const placed = rules ? await placedNow(from, today, rules.gradeLimitDays) : []
  const ids = placed.map(({ placementId }) => placementId)
  if (ids.length === 0) return { today, rules, placed, pairings: [], absences: [], holidays: [], asked: [], forms: [] }
  return {
    today,
    rules,
    placed,
    pairings: await from
      .select({ placementId: t.pairings.placementId, id: t.supervisors.personId, kind: t.supervisors.kind, ...span })
      .from(t.pairings)
      .innerJoin(t.supervisors, eq(t.supervisors.personId, t.pairings.supervisorId))
      .where(and(inArray(t.pairings.placementId, ids), eq(t.pairings.status, 'published'))),
    absences: await from.select().from(t.absences).where(eq(t.absences.status, 'approved')),
    holidays: (await from.select({ on: t.holidays.on }).from(t.holidays)).map(({ on }) => on),
    asked: await from
      .select()
      .from(t.evaluations)
      .where(or(inArray(t.evaluations.placementId, ids), eq(t.evaluations.declinedFor, 'conflict'))),
    forms: await from.select().from(t.questionnaires).where(eq(t.questionnaires.status, 'in use')),
  }
}

const span = { firstOn: t.pairings.firstOn, lastOn: t.pairings.lastOn }
