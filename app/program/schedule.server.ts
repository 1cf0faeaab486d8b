import { changesOf } from '#app/workflow/changes.server'
import { programNow } from '#app/workflow/clock.server'
import { addDays, dayAt, mondayOf } from '#app/workflow/day.server'
import { insist, may } from '#app/workflow/permissions'
import { notFound } from '#app/workflow/refusal'
import { readAll } from '#db/client'
import type { Person } from '#db/schema/people/actors'
import { theCurriculum } from './curriculum.server'
import { absencesIn, dutiesIn, everyYear, ofPerson, theTeachers } from './duties.server'
import { compare, halvesOn, isAsAsked, totalsPlanned } from './months-done'
import { cellsOf, type OnDuty, pgyIn, type Served } from './schedule'
import { theServices } from './services.server'

export const KIND = 'duties'
const LAST_PGY = 6

type Facts = Awaited<ReturnType<typeof yearFacts>>

async function yearFacts(yearId: string, personId?: string) {
  const of = personId ? ofPerson(personId) : undefined
  const [years, teachers, duties, absences, parts, services, changes] = await readAll(
    everyYear(),
    theTeachers(personId),
    dutiesIn(yearId, of?.duties),
    absencesIn(yearId, of?.absences),
    theCurriculum(),
    theServices(),
    changesOf(KIND, personId),
  )
  const year = years.find(({ id }) => id === yearId)
  if (!year) throw notFound()
  return { years, year, teachers, duties, absences, parts, services, changes, months: monthsOf(year) }
}

/** The academic year of today, else the next, else the last. Throws 404 when none is laid out. */
export async function scheduleYear(now = programNow()): Promise<string> {
  const [years] = await readAll(everyYear())
  const year = years.find(({ lastOn }) => lastOn >= dayAt(now)) ?? years.at(-1)
  if (!year) throw notFound()
  return year.id
}

/** A year's schedule: residents by month, the attendings' weeks, who is away. Throws 404. One round trip. */
export async function readSchedule(me: Person, yearId: string, now = programNow()) {
  insist(me, 'schedule.read')
  const facts = await yearFacts(yearId)
  const today = dayAt(now)
  const residents = residentsOf(facts, today)
  const shown = facts.services.filter(({ id }) => facts.duties.some((duty) => duty.service.id === id))
  return {
    year: facts.year,
    years: facts.years.map(({ id }) => id),
    today,
    months: facts.months,
    residents: residents.map(({ planned: _, ...resident }) => resident),
    totals: totalsPlanned(facts.parts, residents),
    rota: rotaOf(facts, today),
    absences: facts.absences.filter(({ lastOn }) => lastOn >= today),
    legend: shown.map(({ id, name, letter, tone }) => ({ id, name, letter, tone })),
    changes: facts.changes,
    mayEdit: may(me, 'program.edit'),
  }
}
export type Schedule = Awaited<ReturnType<typeof readSchedule>>
export type ScheduledResident = Schedule['residents'][number]

/** One person's year: what they do when, what is left of the curriculum, when they are away. Throws 404. */
export async function readPersonSchedule(me: Person, yearId: string, personId: string, now = programNow()) {
  insist(me, 'schedule.read')
  const facts = await yearFacts(yearId, personId)
  const [teacher] = facts.teachers
  if (!teacher) throw notFound()
  const today = dayAt(now)
  const [resident] = residentsOf(facts, today)
  return {
    year: facts.year,
    years: facts.years.map(({ id }) => id),
    today,
    teacher: { ...teacher, pgy: pgyIn(facts.year.firstOn, teacher) },
    duties: facts.duties,
    compared: resident?.compared ?? [],
    absences: facts.absences,
    changes: facts.changes,
    mayEdit: may(me, 'program.edit'),
  }
}

/** Residents with their months; who has finished training and has no duty is left out. */
function residentsOf({ year, teachers, duties, absences, parts, services, months }: Facts, today: string) {
  const past = monthsUntil(months, today)
  return teachers
    .filter(({ kind }) => kind === 'resident')
    .map(({ id, name, ...row }) => {
      const own = duties.filter((duty) => duty.personId === id && duty.kind === 'duty')
      const pgy = pgyIn(year.firstOn, row)
      const asked = parts.filter((part) => part.pgy === pgy)
      const planned = halvesOn(own, months)
      const compared = compare(asked, planned, doneBy(own, past, today), services as Served[])
      const cells = cellsOf(own, months, (day) => addDays(day, 1))
      const away = absences.filter((absence) => absence.personId === id)
      return { id, name, pgy, cells, away, compared, isAsAsked: isAsAsked(compared), planned, hasDuty: own.length > 0 }
    })
    .filter(({ pgy, hasDuty }) => hasDuty || (pgy ?? 0) <= LAST_PGY)
    .sort((a, b) => (b.pgy ?? 0) - (a.pgy ?? 0))
}

/** Half-months that are over today. */
function doneBy(duties: OnDuty[], months: ReturnType<typeof monthsOf>, today: string) {
  const until = duties.filter(({ firstOn }) => firstOn <= today)
  return halvesOn(
    until.map((duty) => ({ ...duty, lastOn: duty.lastOn < today ? duty.lastOn : today })),
    months,
  )
}

const monthsUntil = (months: ReturnType<typeof monthsOf>, today: string) =>
  months.filter(({ firstOn }) => firstOn <= today)

/** The calendar months of a year, the first and the last cut to it. */
function monthsOf({ firstOn, lastOn }: { firstOn: string; lastOn: string }) {
  const months: { firstOn: string; lastOn: string }[] = []
  for (let first = firstOn; first <= lastOn; ) {
    const next = `${addDays(`${first.slice(0, 7)}-28`, 4).slice(0, 7)}-01`
    const last = addDays(next, -1)
    months.push({ firstOn: first, lastOn: last < lastOn ? last : lastOn })
    first = next
  }
  return months
}

/** The rota week by week: who has the consult week, who the stroke week. */
function rotaOf({ year, teachers, duties }: Facts, today: string) {
  const weeks = duties.filter(({ kind }) => kind === 'consult week' || kind === 'stroke week')
  const nameOf = (personId: string) => teachers.find(({ id }) => id === personId)?.name ?? ''
  const mondays: string[] = []
  for (let monday = mondayOf(year.firstOn); monday <= year.lastOn; monday = addDays(monday, 7)) mondays.push(monday)
  return mondays.map((monday) => {
    const sunday = addDays(monday, 6)
    const who = (kind: OnDuty['kind']) =>
      weeks
        .filter((duty) => duty.kind === kind && duty.firstOn <= sunday && duty.lastOn >= monday)
        .map(({ id, personId, firstOn, lastOn, service }) => {
          const isPart = firstOn > monday || lastOn < sunday
          return { id, personId, name: nameOf(personId), serviceId: service.id, firstOn, lastOn, isPart }
        })
    const isNow = monday <= today && today <= sunday
    return { monday, sunday, consult: who('consult week'), stroke: who('stroke week'), isNow, isOver: sunday < today }
  })
}
