import { daysText } from '#app/ui/time'
import { daysFrom, mondayOf } from '#app/workflow/day.server'
import { loadOn, overlaps, type Span } from './pairing'
import type { findBlock, Student } from './pairings.server'
import { spansOf, whyNot, workdays } from './pairings.server'

type Facts = Awaited<ReturnType<typeof findBlock>>
type Supervisor = Facts['supervisors'][number]

/** The form's field that holds who works with a placement from a day on. */
export const residentField = (placementId: string, firstOn: string) => `resident.${placementId}.${firstOn}`
export const attendingField = (placementId: string) => `attending.${placementId}`

/** The page of a block: each student's weeks with who may be chosen, who may not and why, and everybody's load. */
export function pairingBoard(facts: Facts, fill: boolean) {
  const students = facts.students.map((student) => studentPart(facts, student, fill))
  const weeks = students.flatMap((student) => student.weeks)
  return {
    students,
    weeks: weeks.length,
    paired: weeks.filter((week) => week.standing).length,
    without: weeks.filter((week) => week.may.length === 0),
    isPublished: facts.pairings.some((it) => it.status === 'published'),
    hasDrafts: facts.pairings.some((it) => it.status === 'draft'),
    loads: loads(facts),
  }
}

function studentPart(facts: Facts, student: Student, fill: boolean) {
  const first = mondayOf(facts.block.firstOn)
  const weeks = spansOf(student, facts).flatMap((spans) =>
    spans.map((span) => ({
      ...weekPart(facts, student, span, fill),
      week: Math.floor(daysFrom(first, span.firstOn) / 7) + 1,
      isCut: spans.length > 1,
    })),
  )
  const { placementId, name, service, clerkship, status, attendingId, firstOn, lastOn } = student
  const attendings = attendingsFor(facts, student)
  return { placementId, name, service, clerkship, status, attendingId, firstOn, lastOn, weeks, attendings }
}

function weekPart(facts: Facts, student: Student, span: Span, fill: boolean) {
  const days = workdays(span, facts.holidays)
  const here = residentsOf(facts, student)
  const judged = here.map((resident) => ({
    id: resident.id,
    name: resident.familyName,
    load: loadOn(resident.id, days, facts.pairings),
    most: resident.most,
    soFar: facts.year.find((it) => it.supervisorId === resident.id)?.students ?? 0,
    why: whyNot(facts, student, resident.id, span, facts.pairings),
  }))
  const may = judged.filter((it) => !it.why).sort((a, b) => a.soFar - b.soFar || a.name.localeCompare(b.name))
  const standing = facts.pairings.find((it) => it.placementId === student.placementId && overlaps(it, span))
  return {
    ...span,
    field: residentField(student.placementId, span.firstOn),
    days: daysText(span.firstOn, span.lastOn, { short: true }),
    student: student.name,
    service: student.service,
    standing: standing?.supervisorId ?? null,
    chosen: standing?.supervisorId ?? (fill ? (may[0]?.id ?? '') : ''),
    may,
    mayNot: judged.filter((it) => it.why).map((it) => `${it.name} ${it.why}.`),
  }
}

const residentsOf = (facts: Facts, student: Student) =>
  facts.supervisors.filter(
    (it) =>
      it.kind === 'resident' &&
      it.duties.some((duty) => duty.serviceId === student.serviceId && duty.kind !== 'call' && overlaps(duty, student)),
  )

/** Attendings of the student's division, whoever has a consult or stroke week in the dates first. */
function attendingsFor(facts: Facts, student: Student) {
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

function loads(facts: Facts) {
  const services = new Set(facts.students.map((student) => student.serviceId))
  const weeks = facts.students.length === 0 ? [] : weeksOf(facts)
  const on = facts.supervisors.filter(
    (it) => it.kind === 'resident' && it.duties.some((duty) => services.has(duty.serviceId) && duty.kind !== 'call'),
  )
  return {
    weeks: weeks.map((week) => week.firstOn),
    rows: on.map((it) => ({
      id: it.id,
      name: `${it.name}, PGY ${it.pgy}`,
      soFar: facts.year.find((one) => one.supervisorId === it.id)?.students ?? 0,
      weeks: weeks.map((week) => loadText(it, week, facts)),
    })),
  }
}

function weeksOf(facts: Facts) {
  const span = { ...facts.students[0], firstOn: facts.block.firstOn, lastOn: facts.block.lastOn }
  return spansOf(span, { supervisors: [] }).flat()
}

function loadText(it: Supervisor, week: Span, facts: Facts): string {
  if (it.most === 0) return 'Takes no student'
  const days = workdays(week, facts.holidays)
  const away = days.filter((day) => it.absences.some((absence) => absence.firstOn <= day && day <= absence.lastOn))
  if (days.length > 0 && away.length === days.length) return 'Away'
  const load = `${loadOn(it.id, days, facts.pairings)} of ${it.most}`
  return away.length > 0 ? `${load}, away ${away.length} days` : load
}
