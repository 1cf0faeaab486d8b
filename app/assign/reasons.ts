import type { Reason } from '#db/schema/assign/proposals'
import type { Candidate, Limit, Student } from './arrangement'
import { columnsBy, isOffer, limitsBy, type Outcome } from './outcome'

const kinds: Record<string, Reason['kind']> = {
  'eligible-year': 'ineligible',
  prerequisite: 'ineligible',
  'requirement-to-apply': 'ineligible',
  wished: 'ineligible',
  'no-overlap': 'overlap',
  'one-placement': 'overlap',
  'not-begun': 'closed',
}
const order: Reason['kind'][] = ['ineligible', 'overlap', 'closed', 'full', 'traded']

/** Finds why each wish better than the outcome was not fulfilled: one reason a wish (engine.md section 6). */
export function reasoner(outcome: Outcome): (student: Student) => Reason[] {
  const limits = limitsBy(outcome.model)
  const columns = columnsBy(outcome.model)
  return (student) => {
    const got = outcome.chosen.get(student.id)
    const rank = got === undefined ? Number.POSITIVE_INFINITY : outcome.model.candidates[got].wish
    const mine = columns.get(student.id) ?? []
    return [...student.wishes]
      .filter((wish) => wish.rank < rank)
      .sort((a, b) => a.rank - b.rank)
      .map((wish) => wishReason({ outcome, limits, mine, student }, wish))
  }
}

type Asked = { outcome: Outcome; limits: number[][]; mine: number[]; student: Student }

/** Of a wish with several openings, the reason that came nearest to a place. */
function wishReason({ outcome, limits, mine, student }: Asked, wish: Student['wishes'][number]): Reason {
  const { barred, candidates } = outcome.model
  const found = [...wish.openingIds].sort().flatMap((openingId) => {
    const bar = barred.get(`${student.id} ${openingId}`)
    if (bar) return [{ ...reasonOf(bar, kinds[bar.rule] ?? 'full'), openingId }]
    const column = mine.find((one) => candidates[one].opening.id === openingId)
    return column === undefined ? [] : [{ ...heldReason(outcome, limits[column], candidates[column]), openingId }]
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

/** Who holds what is full: places that stand, and students of a higher, the same or a lower tier. */
type Held = { limit: Limit; stand: string[]; higher: string[]; equal: string[]; lower: string[] }

/** The limit that is full without this student: of those without a holder of a lower tier, one without equals first. */
function heldReason(outcome: Outcome, at: number[], wanted: Candidate): Why {
  const tight = at
    .map((limit) => heldBy(outcome, outcome.model.limits[limit], wanted.student))
    .filter(({ limit, stand, higher, equal, lower }) => {
      const movable = stand.length - limit.holders.length + higher.length + equal.length + lower.length
      return movable >= limit.upper
    })
    .sort((a, b) => rankOf(a) - rankOf(b))
  if (tight.length > 0) return told(tight[0])
  const got = outcome.chosen.get(wanted.student.id)
  if (got !== undefined && isOffer(outcome.model, outcome.model.candidates[got]))
    return { kind: 'overlap', rule: 'offered', says: 'Has an open offer, which stays' }
  throw new Error(`No rule keeps ${wanted.student.id} out of ${wanted.opening.id}`)
}

const rankOf = ({ equal, lower }: Held) => (lower.length > 0 ? 2 : equal.length > 0 ? 1 : 0)

function heldBy({ model, chosen }: Outcome, limit: Limit, { id, tier }: Student): Held {
  const held: Held = { limit, stand: [...limit.holders], higher: [], equal: [], lower: [] }
  for (const column of limit.columns) {
    const it = model.candidates[column]
    if (it.student.id === id || chosen.get(it.student.id) !== column) continue
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
