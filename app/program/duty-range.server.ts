import { addDays } from '#app/workflow/day.server'
import type { duties } from '#db/schema/index'

export type Duty = typeof duties.$inferSelect
export type Range = Pick<Duty, 'personId' | 'kind' | 'firstOn' | 'lastOn'> & {
  /** Left out, the range is emptied. */
  serviceId: string | null
}
export type Rewritten = { before: Duty[]; after: Duty[] }

/** A week of the rota belongs to one attending of a service; any other duty to the person alone. */
const isRota = (kind: Duty['kind']) => kind === 'consult week' || kind === 'stroke week'

/** Whether a duty gives way to the range, or continues it. */
function concerns(duty: Duty, range: Range): boolean {
  if (duty.kind !== range.kind) return false
  const isTheirs = isRota(range.kind) ? duty.serviceId === range.serviceId : duty.personId === range.personId
  if (!isTheirs) return false
  const touches = duty.firstOn <= addDays(range.lastOn, 1) && duty.lastOn >= addDays(range.firstOn, -1)
  return isSame(duty, range) ? touches : duty.firstOn <= range.lastOn && duty.lastOn >= range.firstOn
}

const isSame = (duty: Duty, range: Range) => duty.personId === range.personId && duty.serviceId === range.serviceId

/**
 * What stands and what will stand once a range is entered: it replaces what it overlaps, and grows together with the
 * same duty before and after it. Everything else stays as it is.
 */
export function enter(all: Duty[], range: Range, newId: () => string): Rewritten {
  const before = all.filter((duty) => concerns(duty, range)).sort(byDay)
  const others = before.filter((duty) => !isSame(duty, range))
  const own = before.filter((duty) => isSame(duty, range))
  const after = others.flatMap((duty) => rest(duty, range, newId))
  if (range.serviceId === null) return { before, after: after.sort(byDay) }
  const firstOn = [range.firstOn, ...own.map((duty) => duty.firstOn)].sort()[0]
  const lastOn = [range.lastOn, ...own.map((duty) => duty.lastOn)].sort().at(-1)!
  const { personId, serviceId, kind } = range
  const entered = { id: own[0]?.id ?? newId(), personId, serviceId, kind, firstOn, lastOn }
  return { before, after: [...after, entered].sort(byDay) }
}

/** What is left of a duty before and after the range: the first piece keeps its id. */
function rest(duty: Duty, { firstOn, lastOn }: Range, newId: () => string): Duty[] {
  const pieces = [
    { ...duty, lastOn: addDays(firstOn, -1) },
    { ...duty, firstOn: addDays(lastOn, 1) },
  ].filter((piece) => piece.firstOn <= piece.lastOn && piece.firstOn >= duty.firstOn && piece.lastOn <= duty.lastOn)
  return pieces.map((piece, at) => (at === 0 ? piece : { ...piece, id: newId() }))
}

const byDay = (a: Duty, b: Duty) => (a.firstOn < b.firstOn ? -1 : a.firstOn > b.firstOn ? 1 : 0)

/** Whether entering the range would change nothing. */
export const isUnchanged = ({ before, after }: Rewritten) => keyOf(before) === keyOf(after)

/** The same for the same rows: what a preview showed is compared with what stands when it is saved. */
export const keyOf = (rows: Duty[]) =>
  rows.map(({ personId, serviceId, firstOn, lastOn }) => [personId, serviceId, firstOn, lastOn].join(':')).join(' ')
