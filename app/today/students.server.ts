import { and, asc, eq, gte, inArray, or } from 'drizzle-orm'
import { daysTogether, type Span } from '#app/evaluate/days-together.server'
import { listText } from '#app/ui/list-text'
import { daysText } from '#app/ui/time'
import { addDays, daysFrom, mondayOf, weekdayOf, weeksBetween } from '#app/workflow/day.server'
import { read } from '#db/client'
import * as t from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'

const placed = {
  placementId: t.placements.id,
  studentId: t.placements.studentId,
  student: t.people.name,
  block: t.blocks.name,
  service: t.services.name,
  blockFirstOn: t.blocks.firstOn,
  blockLastOn: t.blocks.lastOn,
}

/** The weeks in which this person works with a student, as published. */
export const weeksOf = (me: Person) =>
  read
    .select({ ...placed, firstOn: t.pairings.firstOn, lastOn: t.pairings.lastOn })
    .from(t.pairings)
    .innerJoin(t.placements, eq(t.placements.id, t.pairings.placementId))
    .innerJoin(t.openings, eq(t.openings.id, t.placements.openingId))
    .innerJoin(t.blocks, eq(t.blocks.id, t.openings.blockId))
    .innerJoin(t.services, eq(t.services.id, t.openings.serviceId))
    .innerJoin(t.people, eq(t.people.id, t.placements.studentId))
    .where(and(eq(t.pairings.supervisorId, me.personId), eq(t.pairings.status, 'published')))
    .orderBy(asc(t.pairings.firstOn))

/** Students whose attending of record this person is, now or soon. */
export const onRecordOf = (me: Person, today: string) =>
  read
    .select(placed)
    .from(t.attendingsOfRecord)
    .innerJoin(t.placements, eq(t.placements.id, t.attendingsOfRecord.placementId))
    .innerJoin(t.openings, eq(t.openings.id, t.placements.openingId))
    .innerJoin(t.blocks, eq(t.blocks.id, t.openings.blockId))
    .innerJoin(t.services, eq(t.services.id, t.openings.serviceId))
    .innerJoin(t.people, eq(t.people.id, t.placements.studentId))
    .where(
      and(
        eq(t.attendingsOfRecord.attendingId, me.personId),
        inArray(t.placements.status, ['accepted', 'confirmed']),
        gte(t.blocks.lastOn, today),
      ),
    )
    .orderBy(asc(t.blocks.firstOn))

export const clinicsOf = (me: Person) => read.select().from(t.clinics).where(eq(t.clinics.personId, me.personId))

const myStudents = (me: Person) =>
  read
    .select({ id: t.placements.studentId })
    .from(t.placements)
    .innerJoin(t.pairings, eq(t.pairings.placementId, t.placements.id))
    .where(eq(t.pairings.supervisorId, me.personId))

/** Days on which this person, or a student of theirs, is away. */
export const absencesAround = (me: Person) =>
  read
    .select({ personId: t.absences.personId, firstOn: t.absences.firstOn, lastOn: t.absences.lastOn })
    .from(t.absences)
    .where(
      and(
        eq(t.absences.status, 'approved'),
        or(eq(t.absences.personId, me.personId), inArray(t.absences.personId, myStudents(me))),
      ),
    )

type Week = Awaited<ReturnType<typeof weeksOf>>[number]
type Away = Awaited<ReturnType<typeof absencesAround>>[number]
type Clinic = Awaited<ReturnType<typeof clinicsOf>>[number]

/** On how many days this person has worked with the student of a placement. */
export function daysWith(me: Person, weeks: Week[], away: Away[], free: string[], placementId: string): number {
  const paired = weeks.filter((week) => week.placementId === placementId)
  const mine = away.filter(({ personId }) => personId === me.personId || personId === paired[0]?.studentId)
  return daysTogether(paired, mine, free).length
}

const DAYS_SHOWN = 13
const names = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** "Nov 30 – Dec 4: Jonah Weiss, block 6, week 2.": this week and the next, else the first to come. */
export function weekLines(weeks: Week[], clinics: Clinic[], today: string) {
  const [first, last] = [mondayOf(today), addDays(mondayOf(today), DAYS_SHOWN)]
  const ahead = weeks.filter((week) => week.lastOn >= first)
  const soon = ahead.filter((week) => week.firstOn <= last)
  const spans = soon.length ? soon.flatMap((week) => cut(week, first, last)) : ahead.slice(0, 1)
  return spans.map((week) => ({
    when: daysText(week.firstOn, week.lastOn, { short: true }),
    firstOn: week.firstOn,
    text: [`${week.student}, block ${week.block}, ${weekOf(week)}.`, clinicText(week, clinics)].join(' ').trim(),
  }))
}

const cut = (week: Week, first: string, last: string): Week[] =>
  weeksBetween(week.firstOn > first ? week.firstOn : first, week.lastOn < last ? week.lastOn : last).map((span) => ({
    ...week,
    firstOn: span.first,
    lastOn: span.last,
  }))

const weekOf = ({ blockFirstOn, firstOn }: Week) =>
  `week ${Math.floor(daysFrom(mondayOf(blockFirstOn), firstOn) / 7) + 1}`

function clinicText(span: Span, clinics: Clinic[]): string {
  const here = clinics.filter(({ weekday }) => weekday >= weekdayOf(span.firstOn) && weekday <= weekdayOf(span.lastOn))
  const halves = here
    .sort((a, b) => a.weekday - b.weekday || b.half.localeCompare(a.half))
    .map(({ weekday, half }) => `${names[weekday]} ${half}`)
  return halves.length ? `${listText(halves)} in your clinic.` : ''
}

/** "Jonah Weiss, block 6, peripheral IR, Nov 23 – Dec 18": whose attending of record this person is. */
export const recordLines = (rows: Awaited<ReturnType<typeof onRecordOf>>) =>
  rows.map((row) => ({
    when: daysText(row.blockFirstOn, row.blockLastOn, { short: true }),
    firstOn: row.blockFirstOn,
    text: `${row.student}, block ${row.block}, ${row.service.charAt(0).toLowerCase()}${row.service.slice(1)}.`,
  }))
