import { dueText } from '#app/evaluate/evaluation'
import { isMidpoint, type Questionnaire } from '#app/evaluate/questionnaire'
import type { Tone } from '#app/ui/tag'
import { dayText } from '#app/ui/time'

/** An exception that somebody should look at before the queues. */
export type First = {
  tag: string
  tone: Tone
  to?: string
  about: string
  rest: string
  remind?: { authorId: string; name: string }
}

type Late = {
  authorId: string
  author: string
  subject: string
  slug: Questionnaire['slug']
  block: string
  left: number
}

/** "Elias Brandt has not evaluated Theo Marsh, block 4." */
export const lateLine = ({ author, authorId, subject, slug, block, left }: Late, mayRemind: boolean): First => ({
  tag: dueText(left),
  tone: 'warn',
  to: '/completion',
  about: isMidpoint(slug)
    ? `${author} has given ${subject} no midpoint feedback`
    : `${author} has not evaluated ${subject}`,
  rest: `, block ${block}.`,
  remind: mayRemind ? { authorId, name: author } : undefined,
})

const numbers = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine']
const drafts = (n: number) => `${numbers[n] ?? n} ${n === 1 ? 'draft' : 'drafts'}`

/** "Two drafts can still reach block 8: it closes Thursday, December 3." */
export const closingLine = (it: { block: string; applyByOn: string; n: number; left: number }): First => ({
  tag: dueText(it.left),
  tone: 'warn',
  about: `${drafts(it.n)} can still reach block ${it.block}`,
  rest: `: it closes ${dayText(it.applyByOn, { weekday: true })}.`,
})

/** "Maya Lindgren’s school has not answered." */
export const silentLine = (it: { applicationId: string; student: string; replyByOn: string; left: number }): First => ({
  tag: dueText(it.left),
  tone: 'warn',
  to: `/review/${it.applicationId}`,
  about: `The school of ${it.student} has not confirmed`,
  rest: `. Its answer was due ${dayText(it.replyByOn, { weekday: true })}.`,
})

type Alone = { service: string; student: string; days: string; block: { id: string; name: string } }

/** "Neuro IR, Jan 18 – 22": a week of the next block in which no resident can work with a student. */
export const aloneLine = ({ service, student, days, block }: Alone): First => ({
  tag: 'No resident',
  tone: 'bad',
  to: `/pairings/${block.id}`,
  about: `${service}, ${days}`,
  rest: `: no resident can be with ${student}, block ${block.name}. The attending leads.`,
})

const messages = (n: number) => (n === 1 ? '1 message' : `${n} messages`)

/** What did not happen by itself. */
export const mailLine = (n: number): First => ({
  tag: 'Not sent',
  tone: 'bad',
  to: '/messages?status=trouble',
  about: `${messages(n)} may not have gone out`,
  rest: '. Send again what was not received.',
})

export const workLine = (n: number): First => ({
  tag: 'Failed',
  tone: 'bad',
  to: '/work',
  about: n === 1 ? '1 job of the portal has given up' : `${n} jobs of the portal have given up`,
  rest: '. See why, and start again.',
})
