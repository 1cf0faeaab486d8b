import { daysText, dayText, instantText } from '#app/ui/time'
import type { Application, Standing } from './application'

/** What a student knows of the place that their application led to. */
export type Place = {
  id: string
  status: string
  statusAt: Date
  reason: string | null
  insteadOf: InsteadOf
  expiresAt: Date | null
  papersDueOn: string | null
  block: { name: string; firstOn: string; lastOn: string }
  service: string
}
/** What an offer came in the place of: a place whose block moved, or one that we cancelled. */
export type InsteadOf = 'moved' | 'cancelled' | null
type Decided = Pick<Application, 'status' | 'statusAt'>
type Stands = Standing & { act: string }

/**
 * Where it stands once there is an offer or a place, or the last that the student knows is that it has ended;
 * undefined where the application's own sentence is the one.
 */
export const placeStanding = (place: Place | undefined, application: Decided): Stands | undefined =>
  place && isLastKnown(place, application) ? stands[place.status]?.(place) : undefined

function isLastKnown(place: Place, application: Decided): boolean {
  if (place.status === 'lapsed') return mayAskForWaitlist({ placement: place, application })
  return place.status !== 'cancelled' || (mayBePlaced(application) && application.statusAt <= place.statusAt)
}

type Ended = { placement: { status: string; statusAt: Date }; application: Decided }

/** Whether what the student knows last of the application is that this offer ended without a reply. */
export const mayAskForWaitlist = ({ placement, application }: Ended): boolean =>
  placement.status === 'lapsed' &&
  application.status === 'not offered' &&
  application.statusAt.getTime() === placement.statusAt.getTime()

/** Whether a place can still be given on this application. */
export const mayBePlaced = ({ status }: Pick<Decided, 'status'>) => status === 'eligible' || status === 'waitlisted'

/** "We offer you block 8, …", or that it comes in the place of one that was moved or cancelled. */
export function offerText(insteadOf: InsteadOf, place: string): string {
  if (insteadOf === 'moved') return `We had to move your place. It is now ${place}.`
  return insteadOf ? `In place of the one that we had to cancel, we offer you ${place}.` : `We offer you ${place}.`
}

const see = 'See your place'
const stands: Record<string, (place: Place) => Stands> = {
  offered: (place) => ({
    line: `${offerText(place.insteadOf, `${blockOf(place)}, on ${lower(place.service)}`)}${untilOf(place)}`,
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
  lapsed: ({ block, expiresAt }) => ({
    line: `The offer for block ${block.name} ended${expiresAt ? ` ${instantText(expiresAt)}` : ''} without a reply.`,
    next: 'You can ask to join the waitlist.',
    tone: 'neutral',
    act: 'Ask to join the waitlist',
  }),
  cancelled: ({ block, reason }) => ({
    line: `We had to cancel block ${block.name}. You can be placed on other dates.`,
    next: [reason, 'We act next.'].filter(Boolean).join(' '),
    tone: 'bad',
    act: see,
  }),
}

const blockOf = ({ block }: Place) => `block ${block.name}, ${daysText(block.firstOn, block.lastOn)}`
const untilOf = ({ expiresAt }: Place) => (expiresAt ? ` Reply by ${instantText(expiresAt)}.` : '')
const dueOf = ({ papersDueOn }: Place) =>
  papersDueOn ? `; papers are due ${dayText(papersDueOn, { weekday: true })}` : ''
const lower = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)
