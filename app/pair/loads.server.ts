import type { BlockFacts } from './block.server'
import { type Judge, spansOf, workdaysOnce } from './judge.server'
import type { Span } from './pairing'

type Facts = BlockFacts & { block: NonNullable<BlockFacts['block']> }
type Supervisor = Facts['supervisors'][number]

/** Who can take a student, week by week, and how many each has had this year. */
export function loadRows(facts: Facts, judge: Judge) {
  const services = new Set(facts.students.map((student) => student.serviceId))
  const weeks = facts.students.length === 0 ? [] : weeksOf(facts)
  const daysOf = workdaysOnce(facts.holidays)
  const on = facts.supervisors.filter(
    (it) => it.kind === 'resident' && it.duties.some((duty) => services.has(duty.serviceId) && duty.kind !== 'call'),
  )
  return {
    weeks: weeks.map((week) => week.firstOn),
    rows: on.map((it) => ({
      id: it.id,
      name: `${it.name}, PGY ${it.pgy}`,
      soFar: facts.year.find((one) => one.supervisorId === it.id)?.students ?? 0,
      weeks: weeks.map((week) => loadText(it, daysOf(week), judge)),
    })),
  }
}

function weeksOf(facts: Facts): Span[] {
  const span = { ...facts.students[0], firstOn: facts.block.firstOn, lastOn: facts.block.lastOn }
  return spansOf(span, { supervisors: [] }).flat()
}

function loadText(it: Supervisor, days: string[], judge: Judge): string {
  if (it.most === 0) return 'Takes no student'
  const away = days.filter((day) => it.absences.some((absence) => absence.firstOn <= day && day <= absence.lastOn))
  if (days.length > 0 && away.length === days.length) return 'Away'
  const load = `${judge.load(it.id, days)} of ${it.most}`
  return away.length > 0 ? `${load}, away ${away.length} days` : load
}
