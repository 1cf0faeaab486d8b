import { type Judge, judgeOf } from './judge.server'
import { loadRows } from './loads.server'
import { overlaps } from './pairing'
import type { findBlock, Student } from './pairings.server'
import { type Stay, staysOf, type Week } from './stay.server'

type Facts = Awaited<ReturnType<typeof findBlock>>

/** The form's field that holds who works with a placement from a day on. */
export const residentField = (placementId: string, firstOn: string) => `resident.${placementId}.${firstOn}`
export const attendingField = (placementId: string) => `attending.${placementId}`

/** The page of a block: each student's weeks with who may be chosen, who may not and why, and everybody's load. */
export function pairingBoard(facts: Facts, fill: boolean) {
  const judge = judgeOf(facts, facts.pairings)
  const students = [...studentParts(facts, judge, fill)]
  const weeks = students.flatMap((student) => student.weeks)
  return {
    students,
    weeks: weeks.length,
    paired: weeks.filter((week) => week.standing).length,
    without: weeks.filter(isAlone),
    isPublished: facts.pairings.some((it) => it.status === 'published'),
    hasDrafts: facts.pairings.some((it) => it.status === 'draft'),
    loads: loadRows(facts, judge),
  }
}

const isAlone = (week: { may: unknown[] }) => week.may.length === 0

/** The first weeks in which no resident can take the student, no more than `most`. */
export function weeksWithout(facts: Facts, most: number) {
  const alone = []
  for (const { weeks } of studentParts(facts, judgeOf(facts, facts.pairings), false)) {
    alone.push(...weeks.filter(isAlone))
    if (alone.length >= most) break
  }
  return alone.slice(0, most)
}

function* studentParts(facts: Facts, judge: Judge, fill: boolean) {
  const stays = staysOf(facts)
  const standing = new Map<string, Facts['pairings']>()
  for (const it of facts.pairings) standing.set(it.placementId, [...(standing.get(it.placementId) ?? []), it])
  for (const student of facts.students) {
    const stay = stays(student)
    const theirs = standing.get(student.placementId) ?? []
    const weeks = stay.weeks.map((week) => {
      const standing = theirs.find((it) => overlaps(it, week))?.supervisorId
      return weekPart({ judge, student, stay, standing, fill }, week)
    })
    const { placementId, name, service, clerkship, status, attendingId, firstOn, lastOn } = student
    const { attendings } = stay
    yield { placementId, name, service, clerkship, status, attendingId, firstOn, lastOn, weeks, attendings }
  }
}

type Part = { judge: Judge; student: Student; stay: Stay; standing?: string; fill: boolean }

function weekPart({ judge, student, stay, standing, fill }: Part, { workdays, ...week }: Week) {
  const judged = stay.residents.map((resident) => ({
    ...resident,
    load: judge.load(resident.id, workdays),
    why: judge.whyNot(student, resident.id, week),
  }))
  const may = judged.filter((it) => !it.why)
  return {
    ...week,
    field: residentField(student.placementId, week.firstOn),
    student: student.name,
    service: student.service,
    standing: standing ?? null,
    resident: judged.find(({ id }) => id === standing)?.name ?? null,
    chosen: standing ?? (fill ? (may[0]?.id ?? '') : ''),
    may,
    mayNot: judged.filter((it) => it.why).map((it) => `${it.name} ${it.why}.`),
  }
}
