import { listText } from '#app/ui/list-text'
import type { Tone } from '#app/ui/tag'
import { dayText, instantText } from '#app/ui/time'
import type { Workflow } from '#app/workflow/workflow'
import type { applications } from '#db/schema/index'

export type Application = typeof applications.$inferSelect
export type ApplicationStatus = Application['status']

/** Every way an application moves. Steps by `application.follow` are set off by a placement. */
export const applicationWorkflow = {
  start: { from: [], to: 'draft', by: 'application.start' },
  list: { from: [], to: 'eligible', by: 'placement.arrange' },
  send: { from: ['draft'], to: 'submitted', by: 'application.send' },
  resend: { from: ['returned'], to: 'submitted', by: 'application.send' },
  return: { from: ['submitted'], to: 'returned', by: 'application.decide', undo: 'take back' },
  'take back': { from: ['returned'], to: 'submitted', by: 'application.decide' },
  'make eligible': { from: ['submitted'], to: 'eligible', by: 'application.decide', undo: 'reconsider' },
  reconsider: { from: ['eligible'], to: 'submitted', by: 'application.decide' },
  waitlist: { from: ['eligible'], to: 'waitlisted', by: 'application.decide', undo: 'leave waitlist' },
  'leave waitlist': { from: ['waitlisted'], to: 'eligible', by: 'application.decide' },
  'not offer': { from: ['submitted'], to: 'not offered', by: 'application.decide', undo: 'reopen' },
  reopen: { from: ['not offered'], to: 'submitted', by: 'application.decide' },
  'not place': { from: ['eligible'], to: 'not offered', by: 'application.decide', undo: 'keep' },
  keep: { from: ['not offered'], to: 'eligible', by: 'application.decide' },
  'let go': { from: ['eligible'], to: 'not offered', by: 'placement.arrange' },
  'end waitlist': { from: ['waitlisted'], to: 'not offered', by: 'application.decide', undo: 'keep on waitlist' },
  'keep on waitlist': { from: ['not offered'], to: 'waitlisted', by: 'application.decide' },
  place: { from: ['eligible', 'waitlisted'], to: 'placed', by: 'application.follow' },
  unplace: { from: ['placed'], to: 'eligible', by: 'application.follow' },
  decline: { from: ['eligible', 'waitlisted'], to: 'waitlisted', by: 'application.follow' },
  lapse: { from: ['eligible', 'waitlisted'], to: 'not offered', by: 'application.follow' },
  'ask for waitlist': { from: ['not offered'], to: 'waitlisted', by: 'application.edit' },
  withdraw: {
    from: ['draft', 'submitted', 'returned', 'eligible', 'waitlisted', 'placed'],
    to: 'withdrawn',
    by: 'application.withdraw',
  },
} as const satisfies Workflow<ApplicationStatus>
export type ApplicationStep = keyof typeof applicationWorkflow

/** What the student may change: while it is theirs to send. */
export const isOpenToStudent = (status: ApplicationStatus) => status === 'draft' || status === 'returned'
export const mayBeWithdrawn = (status: ApplicationStatus) =>
  (applicationWorkflow.withdraw.from as readonly ApplicationStatus[]).includes(status)

/** The tag that staff and student read. */
export const applicationTags: Record<ApplicationStatus, { label: string; tone: Tone }> = {
  draft: { label: 'Draft', tone: 'neutral' },
  submitted: { label: 'Under review', tone: 'info' },
  returned: { label: 'Returned', tone: 'warn' },
  eligible: { label: 'Eligible', tone: 'info' },
  waitlisted: { label: 'Waitlisted', tone: 'wait' },
  'not offered': { label: 'Not offered', tone: 'neutral' },
  withdrawn: { label: 'Withdrawn', tone: 'neutral' },
  placed: { label: 'Placed', tone: 'ok' },
}

type Dated = Pick<Application, 'status' | 'statusAt' | 'sentAt' | 'replyByOn' | 'reason' | 'returnByOn'>
export type StandingFacts = Dated & {
  tasksLeft: number
  /** The first closing among the wishes, else the last that is still open. */
  sendBy: Date | null
  /** Names of the wished blocks, like "8". */
  blocks: string[]
  /** The program's day: a day that is past is promised to nobody. */
  today: string
}
export type Standing = { line: string; next: string; tone: Tone }

/** The one sentence on where it stands, and who acts next, as the student reads it. */
export const standingOf = (it: StandingFacts): Standing => standings[it.status](it)

const standings: Record<ApplicationStatus, (it: StandingFacts) => Standing> = {
  draft: (it) => ({ line: `${leftText(it.tasksLeft)}${sendText(it)}`, next: 'You act next.', tone: 'info' }),
  submitted: (it) => ({ line: `Sent ${atText(it.sentAt)}. ${replyText(it)}`, next: 'We act next.', tone: 'info' }),
  returned: (it) => ({ line: `There is a problem: ${it.reason}${againText(it)}`, next: 'You act next.', tone: 'warn' }),
  eligible: (it) => ({
    line: `You can be placed.${isAhead(it) ? ` Places${forBlocks(it)} are given by ${dayText(it.replyByOn)}.` : ''}`,
    next: 'We act next.',
    tone: 'info',
  }),
  waitlisted: (it) => ({
    line: it.blocks.length > 0 ? `You are on the waitlist${forBlocks(it)}.` : 'No wish of yours is left.',
    next:
      it.blocks.length > 0
        ? 'If a seat becomes free and it is your turn, we offer it to you. We cannot promise one.'
        : 'Nothing more is offered on this application.',
    tone: 'wait',
  }),
  'not offered': (it) => ({
    line: 'We cannot offer you a rotation this year.',
    next: it.reason ?? 'You can apply again when the next year opens.',
    tone: 'neutral',
  }),
  withdrawn: (it) => ({
    line: `You withdrew on ${atText(it.statusAt)}.`,
    next: 'Nothing is left to do.',
    tone: 'neutral',
  }),
  placed: () => ({
    line: 'You have a place.',
    next: 'Its dates and what is left to do stand with your place.',
    tone: 'ok',
  }),
}

const atText = (at: Date | null) => (at ? instantText(at, { weekday: false }).replace(/, [^,]*$/, '') : '')
const leftText = (left: number) =>
  left === 0 ? 'You have done every task.' : `You have ${left} ${left === 1 ? 'task' : 'tasks'} left.`
const sendText = ({ sendBy }: StandingFacts) => (sendBy ? ` Send by ${instantText(sendBy)}.` : '')
const isAhead = (it: StandingFacts): it is StandingFacts & { replyByOn: string } =>
  it.replyByOn !== null && it.replyByOn >= it.today
const replyText = (it: StandingFacts) => {
  if (isAhead(it)) return `We reply by ${dayText(it.replyByOn)}.`
  return it.replyByOn ? `Our reply was due ${dayText(it.replyByOn)}; we are late.` : ''
}
const againText = ({ returnByOn }: StandingFacts) =>
  returnByOn ? ` Send it again by ${dayText(returnByOn, { weekday: true })}, 11:59 PM PT.` : ' Then send it again.'

function forBlocks({ blocks }: StandingFacts): string {
  const names = [...new Set(blocks)]
  if (names.length === 0) return ''
  return ` for ${names.length === 1 ? 'block' : 'blocks'} ${listText(names)}`
}
