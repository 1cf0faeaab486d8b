import { dayAt } from '#app/workflow/day.server'
import { standingOf } from './application'
import { placeStanding } from './place'
import type { ApplicationRecord } from './records.server'
import { sendByOf, tasksOf } from './tasks.server'

/** Where an application stands as its student reads it, and the place to look at where that is what it led to. */
export function standingNow(it: ApplicationRecord, now: Date) {
  const { application, placement, choices } = it
  const place = placeStanding(placement, application)
  if (place && placement) return { standing: place, place: { to: `/placements/${placement.id}`, label: place.act } }
  const blocks = choices.filter((it) => it.hasSeats && !it.choice.hasEnded).map(({ block }) => block.name)
  const facts = { tasksLeft: tasksOf(it, now).left, sendBy: sendByOf(it, now), blocks, today: dayAt(now) }
  return { standing: standingOf({ ...application, ...facts }), place: null }
}
