import type { Tone } from '#app/ui/tag'
import { dayText } from '#app/ui/time'
import { NO_SEATS } from './seat-rules'
import type { Stand } from './waitlist-stand.server'

type Said = { tag: string; tone: Tone; line: string }

/** How an opening's waitlist stands, in a tag and a sentence; what comes first is what keeps it from moving. */
export function saidOf(it: Stand): Said {
  if (it.isChanging)
    return { tag: 'Waiting', tone: 'warn', line: 'This block is about to move or to be cancelled: its seats wait.' }
  if (!it.hasSeats) return { tag: 'No seats', tone: 'neutral', line: `${NO_SEATS}: nobody is offered one.` }
  if (it.isPaused) return { tag: 'Paused', tone: 'warn', line: `Paused: ${it.reason ?? 'no reason was given'}` }
  if (it.full) return { tag: 'Full', tone: 'neutral', line: `${it.full}. ${whenFree(it)}` }
  if (it.first)
    return { tag: 'Yours to decide', tone: 'warn', line: `${it.first} can be placed here and stands first: decide.` }
  if (it.isEmpty) return { tag: 'Free', tone: 'neutral', line: 'A seat is free, and nobody waits for it.' }
  if (!it.next)
    return { tag: 'Nobody can have it', tone: 'warn', line: 'A seat is free, and a rule forbids it to all.' }
  if (!it.isDecided) return ungiven(it.next.name, it)
  if (it.isByItself)
    return { tag: 'Moving', tone: 'info', line: `A seat is free: ${it.next.name} is offered it within a minute.` }
  return { tag: 'Yours to decide', tone: 'warn', line: `A seat is free: it is ${it.next.name}’s turn. Offer it.` }
}

/** Before the first offer nothing goes by itself: a proposal comes first, where there is anybody to place. */
const ungiven = (name: string, { mayPropose }: Stand): Said =>
  mayPropose
    ? { tag: 'Not given out yet', tone: 'neutral', line: 'No seat here has been offered yet: propose places first.' }
    : {
        tag: 'Yours to decide',
        tone: 'warn',
        line: `A seat is free, and none here was offered yet: offer it to ${name} on the opening’s page.`,
      }

const whenFree = ({ isByItself, untilOn }: Stand) =>
  isByItself
    ? `A seat that becomes free goes to the next by itself until ${dayText(untilOn, { year: true })}.`
    : 'The start is near: you are asked when a seat becomes free.'
