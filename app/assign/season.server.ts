import { type Policy, policyOf } from '#app/program/placing'
import type { Tx } from '#db/client'
import { program } from '#db/schema/index'
import type { AssignFacts } from './arrangement'
import { openingsIn, seatsIn, studentsWhere, wishesWhere } from './arrangement.server'
import { factsOf } from './facts.server'
import { tiered } from './priority'
import { reviewsWhere, scoreOf } from './scores.server'
import { placeable, yearSpan } from './year.server'

/** What a proposal goes by; the policy is part of it, so that a proposal's hash changes with the policy. */
export type Season = AssignFacts & { policy: Policy }

/**
 * All that a proposal of the year goes by: who is eligible, and who waits on but holds a draft or an offer, with their
 * tiers and scores. Throws when the program's row is missing.
 */
export async function seasonOf(from: Pick<Tx, 'select' | 'batch'>, yearId: string, now: Date): Promise<Season> {
  const where = placeable(yearId)
  const [students, seats, openings, wishes, reviews, [rules]] = await from.batch([
    studentsWhere(from, where),
    seatsIn(from, yearSpan(yearId)),
    openingsIn(from, yearSpan(yearId)),
    wishesWhere(from, where),
    reviewsWhere(from, where),
    from.select().from(program),
  ])
  const held = new Set(seats.map(({ placement }) => placement.applicationId))
  const asked = students.filter(({ application: { id, status } }) => status === 'eligible' || held.has(id))
  const facts = factsOf({ openings, seats, students: asked, wishes, rules: [rules] }, now)
  const scored = facts.students.map((it) => ({ ...it, score: scoreOf(reviews, it.id) }))
  const season = { ...facts, students: scored, policy: policyOf(rules) }
  return { ...season, students: tiered(season, season.policy) }
}
