import type { Reason } from '#db/schema/assign/proposals'
import type { Limit, Student } from './arrangement'
import { columnsBy, isOffer, limitsBy, type Outcome, type Takers, takersBy } from './outcome'

const kinds: Record<string, Reason['kind']> = {
  'eligible-year': 'ineligible',
  prerequisite: 'ineligible',
  'requirement-to-apply': 'ineligible',
  wished: 'ineligible',
  'no-overlap': 'overlap',
  'one-placement': 'overlap',
  'not-begun': 'closed',
}
const order: Reason['kind'][] = ['ineligible', 'overlap', 'closed', 'full', 'traded', 'open']

/**
 * Finds why each wish better than the outcome was not fulfilled: one reason a wish (engine.md section 6). Throws where
 * a proven outcome has none; one that time stopped may have left room.
 */
export function reasoner(outcome: Outcome, isProven: boolean): (student: Student) => Reason[] {
  const limits = limitsBy(outcome.model)
  const takers = takersBy(outcome, limits)
  const columns = columnsBy(outcome.model)
  return (student) => {
    const got = outcome.chosen.get(student.id)
    const rank = got === undefined ? Number.POSITIVE_INFINITY : outcome.model.candidates[got].wish
    const mine = columns.get(student.id) ?? []
    return [...student.wishes]
      .filter((wish) => wish.rank < rank)
      .sort((a, b) => a.rank - b.rank)
      .map((wish) => wishReason({ outcome, isProven, limits, takers, mine, student }, wish))
  }
}

type Asked = {
  outcome: Outcome
  isProven: boolean
  limits: number[][]
  takers: Takers[]
  mine: number[]
  student: Student
}

/** Of a wish with several openings, the reason that came nearest to a place. */
function wishReason(asked: Asked, wish: Student['wishes'][number]): Reason {
  const { mine, student } = asked
  const { barred, candidates } = asked.outcome.model
  const found = [...wish.openingIds].sort().flatMap((openingId) => {
    const bar = barred.get(`${student.id} ${openingId}`)
    if (bar) return [{ ...reasonOf(bar, kinds[bar.rule] ?? 'full'), openingId }]
    const column = mine.find((one) => candidates[one].opening.id === openingId)
    return column === undefined ? [] : [{ ...heldReason(asked, column), openingId }]
  })
  const nearest = found.sort((a, b) => order.indexOf(b.kind) - order.indexOf(a.kind))[0]
  return { wish: wish.rank, ...(nearest ?? { kind: 'closed', rule: 'opening', says: 'Not open' }) }
}

type Why = Omit<Reason, 'wish'>
const reasonOf = ({ rule, says, holders }: Limit, kind: Reason['kind']): Why => ({
  kind,
  rule,
  says,
  concerns: holders,
})

/** The limit that is full without this student: of those without a holder of a lower tier, one without equals first. */
function heldReason(asked: Asked, column: number): Why {
  const { outcome, limits, student } = asked
  const tight = limits[column]
    .map((limit) => ({ limit, rank: tightness(asked, limit) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => a.rank! - b.rank!)
  if (tight.length > 0) return told(heldBy(asked, tight[0].limit))
  const got = outcome.chosen.get(student.id)
  if (got !== undefined && isOffer(outcome.model, outcome.model.candidates[got]))
    return { kind: 'overlap', rule: 'offered', says: 'Has an open offer, which stays' }
  if (!asked.isProven) return { kind: 'open', rule: 'time-limit', says: ROOM }
  throw new Error(`No rule keeps ${student.id} out of ${outcome.model.candidates[column].opening.id}`)
}

const ROOM = 'There is room: the search was stopped before it came to this wish'

/** Null where there is room without the student; 2 where a lower tier has a part in it, 1 where equals have, or 0. */
function tightness({ outcome, limits, takers, student }: Asked, limit: number): number | null {
  const { columns, tiers } = takers[limit]
  const got = outcome.chosen.get(student.id)
  const isIn = got !== undefined && limits[got].includes(limit)
  if (columns.length - (isIn ? 1 : 0) < outcome.model.limits[limit].upper) return null
  if (tiers.some((n, tier) => tier > student.tier && n > 0)) return 2
  const self = isIn && !isOffer(outcome.model, outcome.model.candidates[got]) ? 1 : 0
  return (tiers[student.tier] ?? 0) > self ? 1 : 0
}

/** Who holds what is full: places that stand, and students of a higher, the same or a lower tier. */
type Held = { limit: Limit; stand: string[]; higher: string[]; equal: string[]; lower: string[] }

function heldBy({ outcome: { model }, takers, student: { id, tier } }: Asked, at: number): Held {
  const limit = model.limits[at]
  const held: Held = { limit, stand: [...limit.holders], higher: [], equal: [], lower: [] }
  for (const column of takers[at].columns) {
    const it = model.candidates[column]
    if (it.student.id === id) continue
    if (isOffer(model, it)) held.stand.push(it.student.id)
    else if (it.student.tier < tier) held.higher.push(it.student.id)
    else held[it.student.tier === tier ? 'equal' : 'lower'].push(it.student.id)
  }
  return held
}

function told({ limit, stand, higher, equal, lower }: Held): Why {
  const by = [
    higher.length && `${higher.length} of a higher tier`,
    equal.length && `${equal.length} of the same tier`,
    lower.length && `${lower.length} of a lower tier`,
    stand.length && `${stand.length} whose place stands`,
  ].filter(Boolean)
  const says = by.length > 0 ? `${limit.says}, with ${by.join(', ')}` : limit.says
  const kind = kinds[limit.rule] ?? (equal.length > 0 ? 'traded' : 'full')
  return { kind, rule: limit.rule, says, concerns: [...stand, ...higher, ...equal, ...lower].sort() }
}
