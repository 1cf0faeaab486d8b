import { daysText } from '#app/ui/time'
import { daysFrom, mondayOf } from '#app/workflow/day.server'
import type { BlockFacts } from './block.server'
import { spansOf, workdaysOnce } from './judge.server'
import { overlaps } from './pairing'

type Student = BlockFacts['students'][number]
type Supervisor = BlockFacts['supervisors'][number]
type Facts = BlockFacts & { block: NonNullable<BlockFacts['block']> }

/** A service and dates: whoever stays there shares weeks, residents and attendings, worked out once. */
export function staysOf(facts: Facts) {
  const known = new Map<string, Stay>()
  const daysOf = workdaysOnce(facts.holidays)
  return (student: Student): Stay => {
    const key = `${student.serviceId} ${student.firstOn} ${student.lastOn}`
    const stay = known.get(key) ?? {
      weeks: weeksOf(facts, student, daysOf),
      residents: residentsOf(facts, student),
      attendings: attendingsOf(facts, student),
    }
    known.set(key, stay)
    return stay
  }
}
export type Stay = {
  weeks: ReturnType<typeof weeksOf>
  residents: ReturnType<typeof residentsOf>
  attendings: ReturnType<typeof attendingsOf>
}
export type Week = Stay['weeks'][number]

function weeksOf(facts: Facts, student: Student, daysOf: ReturnType<typeof workdaysOnce>) {
  const first = mondayOf(facts.block.firstOn)
  return spansOf(student, facts).flatMap((spans) =>
    spans.map((span) => ({
      ...span,
      days: daysText(span.firstOn, span.lastOn, { short: true }),
      workdays: daysOf(span),
      week: Math.floor(daysFrom(first, span.firstOn) / 7) + 1,
      isCut: spans.length > 1,
    })),
  )
}

/** Residents of the service in these dates, whoever had the fewest students this year first. */
function residentsOf(facts: Facts, student: Student) {
  const soFar = new Map(facts.year.map((it) => [it.supervisorId, it.students]))
  const isHere = (duty: Supervisor['duties'][number]) =>
    duty.serviceId === student.serviceId && duty.kind !== 'call' && overlaps(duty, student)
  return facts.supervisors
    .filter((it) => it.kind === 'resident' && it.duties.some(isHere))
    .map((it) => ({ id: it.id, name: it.familyName, most: it.most, soFar: soFar.get(it.id) ?? 0 }))
    .sort((a, b) => a.soFar - b.soFar || a.name.localeCompare(b.name))
}

/** Attendings of the student's division, whoever has a consult or stroke week in the dates first. */
function attendingsOf(facts: Facts, student: Student) {
  const leading = (it: Supervisor) => it.duties.filter((duty) => duty.kind.endsWith('week') && overlaps(duty, student))
  return facts.supervisors
    .filter((it) => it.kind === 'attending' && it.duties.some((duty) => duty.serviceId === student.serviceId))
    .map((it) => ({ id: it.id, name: it.name, weeks: leading(it).length, first: leading(it)[0] }))
    .sort((a, b) => b.weeks - a.weeks || a.name.localeCompare(b.name))
    .map(({ id, name, first }) => ({
      value: id,
      label: first ? `${name}, ${first.kind} ${daysText(first.firstOn, first.lastOn, { short: true })}` : name,
    }))
}
