import { daysText, dayText, instantText } from '#app/ui/time'
import type { Standing } from './application'

/** What a student knows of the place that their application led to. */
export type Place = {
  id: string
  status: string
  expiresAt: Date | null
  papersDueOn: string | null
  block: { name: string; firstOn: string; lastOn: string }
  service: string
}
type Stands = Standing & { act: string }

/** Where it stands once there is an offer or a place; undefined where the application's own sentence is the one. */
export const placeStanding = (place: Place | undefined): Stands | undefined => place && stands[place.status]?.(place)

const see = 'See your place'
const stands: Record<string, (place: Place) => Stands> = {
  offered: (place) => ({
    line: `We offer you ${blockOf(place)}, on ${lower(place.service)}.${untilOf(place)}`,
    next: 'You act next.',
    tone: 'warn',
    act: 'See your offer',
  }),
  accepted: (place) => ({
    line: `You accepted ${blockOf(place)}. Your place is confirmed once nothing is missing${dueOf(place)}.`,
    next: 'Your place says what is left, and who acts next.',
    tone: 'info',
    act: see,
  }),
  confirmed: (place) => ({
    line: `Your place is confirmed: ${blockOf(place)}.`,
    next: 'Nothing is left to do before the first day.',
    tone: 'ok',
    act: see,
  }),
  completed: (place) => ({
    line: `You were with us in ${blockOf(place)}.`,
    next: 'Your grade goes to your school.',
    tone: 'neutral',
    act: see,
  }),
}

const blockOf = ({ block }: Place) => `block ${block.name}, ${daysText(block.firstOn, block.lastOn)}`
const untilOf = ({ expiresAt }: Place) => (expiresAt ? ` Reply by ${instantText(expiresAt)}.` : '')
const dueOf = ({ papersDueOn }: Place) =>
  papersDueOn ? `; papers are due ${dayText(papersDueOn, { weekday: true })}` : ''
const lower = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)
