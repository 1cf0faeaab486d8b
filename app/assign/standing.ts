import { type InsteadOf, offerText } from '#app/apply/place'
import type { Tone } from '#app/ui/tag'
import { daysText, dayText, instantText } from '#app/ui/time'
import type { Placement, PlacementStatus } from './placement'

type Named = {
  block: { name: string; firstOn: string; lastOn: string }
  service: { name: string }
}

/** "block 8, February 1 – 26, on neuro IR": what is offered, taken or given up. */
export const placeText = ({ block, service }: Named): string =>
  `block ${block.name}, ${daysText(block.firstOn, block.lastOn)}, on ${lower(service.name)}`

export const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

export type StandingFacts = Named & {
  placement: Pick<Placement, 'status' | 'statusAt' | 'expiresAt' | 'papersDueOn' | 'reason' | 'replacedById'>
  /** How many documents the student has to hand in. */
  missing: number
  daysLeft: number | null
  wish: string | null
  gradeDueOn: string
  firstDayAt: string
  mayAskForWaitlist: boolean
  isWaiting: boolean
  /** Whether a wish lives beside the one that this place fulfills. */
  hasOtherWish: boolean
  isListed: boolean
  insteadOf: InsteadOf
  /** Whether a place can still be given on the application. */
  mayBePlaced: boolean
}
type Standing = { line: string; next: string; tone: Tone }

const on = (at: Date) => dayText(civil(at))
/** The day of an instant in the program's zone, for showing. */
const civil = (at: Date) => at.toLocaleDateString('en-CA', { timeZone: 'America/Los_Angeles' })
const long = (day: string) => dayText(day, { weekday: true })

const papersText = (missing: number) => `${missing} ${missing === 1 ? 'document is' : 'documents are'} accepted`

const standings: { [S in PlacementStatus]: (it: StandingFacts) => Omit<Standing, 'tone'> & { tone: Tone } } = {
  draft: (it) => ({ line: `A draft: ${placeText(it)}. The student has not been told.`, next: '', tone: 'neutral' }),
  offered: (it) => ({
    line: `${offerText(it.insteadOf, placeText(it))} Reply by ${untilText(it)}.`,
    next: ['You act next.', leftText(it.daysLeft), it.wish && `This was your ${it.wish}.`].filter(Boolean).join(' '),
    tone: 'warn',
  }),
  accepted: (it) => ({
    line: it.missing
      ? `You accepted. Your place is confirmed once ${papersText(it.missing)}${dueText(it)}.`
      : `You ${
          it.isListed ? `have ${placeText(it)}` : 'accepted'
        }. Your place is confirmed once an agreement with your school covers these days.`,
    next: it.missing ? 'You act next.' : 'We act next.',
    tone: 'info',
  }),
  confirmed: (it) => ({
    line: `Your place is confirmed. Block ${it.block.name} starts ${long(it.block.firstOn)}, ${it.firstDayAt}.`,
    next: 'Nothing is left to do until then.',
    tone: 'ok',
  }),
  completed: (it) => ({
    line: `You were with us ${daysText(it.block.firstOn, it.block.lastOn)}. Your grade goes to your school by ${dayText(
      it.gradeDueOn,
    )}.`,
    next: '',
    tone: 'neutral',
  }),
  declined: (it) => ({
    line: `You declined block ${it.block.name} on ${on(it.placement.statusAt)}.`,
    next: `${declinedText(it.hasOtherWish)}${it.hasOtherWish ? ' We act next.' : ''}`,
    tone: 'neutral',
  }),
  lapsed: (it) => ({
    line: `The offer for block ${it.block.name} ended ${
      it.placement.expiresAt ? `on ${on(it.placement.expiresAt)} ` : ''
    }without a reply.${it.mayAskForWaitlist ? ' You can ask to join the waitlist.' : ''}`,
    next: it.isWaiting ? 'You are on the waitlist.' : '',
    tone: 'neutral',
  }),
  withdrawn: (it) => ({ line: `You withdrew on ${on(it.placement.statusAt)}.`, next: '', tone: 'neutral' }),
  cancelled: (it) => ({
    line: it.placement.replacedById
      ? `This place in block ${it.block.name} has ended: we offered you other days.`
      : `We had to cancel block ${it.block.name}.${it.mayBePlaced ? ' You can be placed on other dates.' : ''}`,
    next: it.placement.reason ?? '',
    tone: 'bad',
  }),
}

/** What a declined offer leaves. */
export const declinedText = (hasOtherWish?: boolean): string =>
  hasOtherWish
    ? 'You are on the waitlist for your other dates.'
    : 'No other wish is left, so nothing more is offered on this application.'

const untilText = ({ placement }: StandingFacts) => (placement.expiresAt ? instantText(placement.expiresAt) : '')

const dueText = ({ placement, missing }: StandingFacts) =>
  placement.papersDueOn ? `; ${missing === 1 ? 'it is' : 'they are'} due ${long(placement.papersDueOn)}` : ''

function leftText(days: number | null): string | null {
  if (days === null) return null
  if (days <= 0) return 'The last day is today.'
  return days === 1 ? '1 day left.' : `${days} days left.`
}

/** The one sentence on where it stands, who acts next, as the student reads it. */
export const standingOf = (it: StandingFacts): Standing => standings[it.placement.status](it)
