import { addDays, instantOn, weekdayOf } from '#app/workflow/day.server'
import type { events } from '#db/schema/workflow/events'
import { idOf, type Member } from './cast'

type Event = typeof events.$inferInsert
type Subject = { kind: string; id: string }

/** A job or a link, as an event names it. */
export const job = (name: string) => ({ kind: 'job' as const, name })
export const link = (name: string) => ({ kind: 'link' as const, name })
export type By = Pick<Member, 'kind' | 'personId' | 'name'> | ReturnType<typeof job> | ReturnType<typeof link>

/** Staff act on weekdays: Saturday and Sunday become Monday. */
export const workday = (day: string) => (weekdayOf(day) > 5 ? addDays(day, 8 - weekdayOf(day)) : day)

type Step = { step: string; from?: string | null; to: string | null; at: Date; note?: string | null }

/** A step as its event. */
export function eventOf(by: By, { kind, id }: Subject, { step, from = null, to, at, note = null }: Step): Event {
  return {
    id: idOf(`event ${kind} ${id} ${step} ${by.name} ${at.getTime()}`),
    at,
    actorKind: by.kind,
    personId: by.kind === 'person' ? by.personId : null,
    actorName: by.name,
    subjectKind: kind,
    subjectId: id,
    step,
    from,
    to,
    noteId: note,
  }
}

export const on = (day: string, time: string) => instantOn(day, time)
