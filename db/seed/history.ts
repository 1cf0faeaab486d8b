import { addDays, instantOn, weekdayOf } from '#app/workflow/day.server'
import type { events } from '#db/schema/workflow/events'
import { idOf, type Member } from './cast'

type Event = typeof events.$inferInsert
type Subject = { kind: string; id: string }

/** A job or a link, as an event names it. */
export const job = (name: string) => ({ kind: 'job' as const, name })
export const link = (name: string) => ({ kind: 'link' as const, name })
type By = Member | ReturnType<typeof job> | ReturnType<typeof link>

/** Staff act on weekdays: Saturday and Sunday become Monday. */
export const workday = (day: string) => (weekdayOf(day) > 5 ? addDays(day, 8 - weekdayOf(day)) : day)

export const happened: Event[] = []
/** Notes of events, erasable apart from them. */
export const told: { id: string; text: string; at: Date }[] = []

/** Writes down a step; returns its instant. */
export function tell(
  by: By,
  { kind, id }: Subject,
  step: string,
  to: string | null,
  at: Date,
  from?: string,
  note?: string,
) {
  const eventId = idOf(`event ${kind} ${id} ${step} ${by.name} ${at.getTime()}`)
  const noteId = note ? idOf(`note ${eventId}`) : null
  if (note && noteId) told.push({ id: noteId, text: note, at })
  happened.push({
    id: eventId,
    at,
    actorKind: by.kind,
    personId: by.kind === 'person' ? by.personId : null,
    actorName: by.name,
    subjectKind: kind,
    subjectId: id,
    step,
    from: from ?? null,
    to,
    noteId,
  })
  return at
}

export const on = (day: string, time: string) => instantOn(day, time)
