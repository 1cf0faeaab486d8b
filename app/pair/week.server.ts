import { addDays, daysFrom, weekdayOf } from '#app/workflow/day.server'
import type { WeekFacts } from './rotations.server'

export type Slot = { key: string; time: string; what: string; who?: string; isSession?: boolean }
export type WeekDay = { on: string; isToday: boolean; off?: string; slots: Slot[] }
type Facts = WeekFacts & { placement: { firstOn: string; lastOn: string }; monday: string; today: string }
type Half = 'morning' | 'afternoon'

/** A student's week, Monday to Friday: conferences and half-days in the order of the day, with whom. */
export function weekOf(facts: Facts): WeekDay[] {
  return [0, 1, 2, 3, 4].map((at) => {
    const on = addDays(facts.monday, at)
    const holiday = facts.holidays.find((it) => it.on === on)
    const isToday = on === facts.today
    if (holiday) return { on, isToday, off: `${holiday.name}. You are off.`, slots: [] }
    if (on < facts.placement.firstOn || on > facts.placement.lastOn) {
      return { on, isToday, off: 'Outside your rotation.', slots: [] }
    }
    return { on, isToday, slots: slotsOf(facts, on) }
  })
}

function slotsOf(facts: Facts, on: string): Slot[] {
  const conferences = conferencesOn(facts.conferences, on)
  const before = (until: string, from = '00:00') =>
    conferences.filter((it) => it.startsAt >= from && it.startsAt < until).map(conferenceSlot)
  return [
    ...before('11:00'),
    ...halfDay(facts, on, 'morning'),
    ...before('13:00', '11:00'),
    ...halfDay(facts, on, 'afternoon'),
    ...before('24:00', '13:00'),
  ]
}

/** Conferences that meet on this day; one that replaces noon takes the daily noon conference's place. */
export function conferencesOn<C extends WeekFacts['conferences'][number]>(all: C[], on: string): C[] {
  const meeting = all.filter((it) => {
    if (it.weekday !== weekdayOf(on) || on < it.firstOn || (it.lastOn && it.lastOn < on)) return false
    if (it.isFirstOfMonth) return Number(on.slice(8)) <= 7
    return Math.floor(daysFrom(it.firstOn, on) / 7) % it.everyWeeks === 0
  })
  const isReplaced = meeting.some((it) => it.replacesNoon)
  return meeting.filter((it) => !(isReplaced && it.startsAt === '12:00' && it.isOptional && !it.replacesNoon))
}

function conferenceSlot(it: WeekFacts['conferences'][number]): Slot {
  const who = [it.isOptional ? 'Optional.' : '', it.note ?? ''].filter(Boolean).join(' ')
  return { key: it.id, time: clock(it.startsAt), what: it.name, who: who || undefined }
}

/** "7:00 AM" of "07:00". */
function clock(time: string): string {
  const [hour, minute] = time.split(':').map(Number)
  return `${hour % 12 || 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`
}

function halfDay(facts: Facts, on: string, half: Half): Slot[] {
  const weekday = weekdayOf(on)
  const time = half === 'morning' ? 'Morning' : 'Afternoon'
  const resident = facts.pairings.find((it) => it.firstOn <= on && on <= it.lastOn)
  const leading = facts.leading.find((it) => it.firstOn <= on && on <= it.lastOn)
  const inHalf = facts.clinics.filter((it) => it.weekday === weekday && it.half === half)
  const own = inHalf.find((it) => it.personId === resident?.id && it.kind === 'continuity clinic')
  if (own) return [{ key: half, time, what: 'Continuity clinic', who: own.name, isSession: true }]
  const session = facts.times.find((it) => it.weekday === weekday && it.half === half)
  if (!session) return []
  const who = session.clinic
    ? clinicWith(inHalf, session.clinic, facts)
    : [leading?.name ?? facts.record?.name, resident?.name]
  const names = who.filter(Boolean).join(', ')
  return [{ key: half, time, what: session.name, who: names || undefined, isSession: true }]
}

function clinicWith(inHalf: WeekFacts['clinics'], kind: string, facts: Facts): string[] {
  const theirs = inHalf.filter((it) => it.kind === kind)
  const ofRecord = theirs.find((it) => it.personId === facts.record?.id)
  return ofRecord ? [ofRecord.name] : theirs.map((it) => it.name)
}
