import { areConfirmationsLate, expireConfirmations } from '#app/apply/confirmations.server'
import { changeBlock } from '#app/assign/block-carrying.server'
import { CHANGING } from '#app/assign/block-change'
import {
  cancelUnconfirmed,
  completeOver,
  confirmReady,
  isLapseDue,
  lapseOffers,
  remindOfOffers,
} from '#app/assign/due.server'
import { isWaitlistDue, moveWaitlists } from '#app/assign/promotion.server'
import { runProposal } from '#app/assign/proposal-run.server'
import { SOLVING } from '#app/assign/proposals.server'
import { askWhatIsDue, isAskingDue } from '#app/evaluate/asking.server'
import { expireEvaluations, isExpiryDue } from '#app/evaluate/closing.server'
import { isReminderDue, remindEvaluators } from '#app/evaluate/reminders.server'
import { isMailDue, sendDue } from '#app/mail/sender.server'
import { forgetWhatRanOut } from '#app/people/oblivion.server'
import { isDemo } from '#app/workflow/clock.server'

/** What a job is given: its own id, the program's time, what it was queued with, and the way to say how far it is. */
export type Work = {
  id: string
  now: Date
  input: unknown
  /** Says how many percent are done; false when it was asked to stop. */
  progress: (percent: number) => Promise<boolean>
}

export type Kind = {
  name: string
  /** Work that repeats: how long after one run the next is due. Without it the work is queued by a command. */
  everyMs?: number
  /** A quick look that spares an idle portal from writing. */
  isNeeded?: (now: Date) => Promise<boolean>
  run: (work: Work) => Promise<unknown>
}

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS

/** Everything that happens by itself. Each asks what is due and does it; run twice, it does nothing twice. */
export const kinds: Kind[] = [
  {
    name: 'send messages',
    everyMs: 2 * SECOND_MS,
    isNeeded: isMailDue,
    run: ({ now }) => sendDue({ now, isDemo: isDemo() }),
  },
  {
    name: 'forget codes and limits that have run out',
    everyMs: 15 * MINUTE_MS,
    run: ({ now }) => forgetWhatRanOut(new Date(), now),
  },
  {
    name: 'ask for evaluations',
    everyMs: MINUTE_MS,
    isNeeded: isAskingDue,
    run: ({ now }) => askWhatIsDue(now),
  },
  {
    name: 'remind evaluators',
    everyMs: MINUTE_MS,
    isNeeded: isReminderDue,
    run: ({ now }) => remindEvaluators(now),
  },
  {
    name: 'close evaluations past the limit',
    everyMs: MINUTE_MS,
    isNeeded: isExpiryDue,
    run: ({ now }) => expireEvaluations(now),
  },
  {
    name: 'end offers past their instant',
    everyMs: 15 * SECOND_MS,
    isNeeded: isLapseDue,
    run: ({ now }) => lapseOffers(now),
  },
  {
    name: 'offer free seats to the waitlist',
    everyMs: 15 * SECOND_MS,
    isNeeded: isWaitlistDue,
    run: ({ now }) => moveWaitlists(now),
  },
  {
    name: 'end requests to schools past their day',
    everyMs: MINUTE_MS,
    isNeeded: areConfirmationsLate,
    run: ({ now }) => expireConfirmations(now),
  },
  { name: 'remind of open offers', everyMs: 10 * MINUTE_MS, run: ({ now }) => remindOfOffers(now) },
  { name: 'confirm complete places', everyMs: 10 * MINUTE_MS, run: ({ now }) => confirmReady(now) },
  { name: 'cancel unconfirmed places', everyMs: 10 * MINUTE_MS, run: ({ now }) => cancelUnconfirmed(now) },
  { name: 'complete rotations that ended', everyMs: 10 * MINUTE_MS, run: ({ now }) => completeOver(now) },
  { name: CHANGING, run: (work) => changeBlock(work, work.now) },
  { name: SOLVING, run: (work) => runProposal(work) },
]
