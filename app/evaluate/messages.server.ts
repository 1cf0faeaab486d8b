import type { Message } from '#app/mail/messages.server'
import { dayText } from '#app/ui/time'
import type { Recipient } from './recipients.server'

export type Owed = { id: string; student: string; dueOn: string }

const many = (count: number, one: string) => (count === 1 ? `1 ${one}` : `${count} ${one}s`)
const line = ({ student, dueOn }: Owed) => `${student}: due ${dayText(dueOn, { weekday: true })}`
/** One form: its own page. Several: the list. */
const where = (owed: Owed[]) => (owed.length === 1 ? `/evaluations/${owed[0].id}` : '/evaluations')

/** To an evaluator: forms that have just opened. */
export const evaluationsAsked = (to: Recipient, owed: Owed[]): Message => ({
  key: `evaluation.asked:${owed[0].id}:${to.id}`,
  kind: 'evaluation.asked',
  to: to.email,
  subject: owed.length === 1 ? `Your evaluation of ${owed[0].student}` : many(owed.length, 'evaluation'),
  paragraphs: ['You worked together. The form takes about a minute on a phone.', ...owed.map(line)],
  link: { label: 'Open the form', path: where(owed) },
  about: { kind: 'evaluation', id: owed[0].id },
})

/** To an evaluator: everything still owed, in one message; at most one a day. */
export const evaluationsOwed = (to: Recipient, owed: Owed[], today: string): Message => ({
  key: `evaluation.owed:${to.id}:${today}`,
  kind: 'evaluation.owed',
  to: to.email,
  subject: `${many(owed.length, 'evaluation')} waiting for you`,
  paragraphs: [
    'The grade waits for these. Each takes about a minute on a phone.',
    ...owed.map(line),
    'If you did not work together, two taps close the form.',
  ],
  link: { label: 'Open the form', path: where(owed) },
  about: { kind: 'person', id: to.id },
})

type Late = Owed & { author: string }

/** To the clerkship director: what is still owed four weeks after the rotation. */
export const evaluationsLate = (to: Recipient, late: Late[], today: string): Message => ({
  key: `evaluation.late:${to.id}:${today}`,
  kind: 'evaluation.late',
  to: to.email,
  subject: `${many(late.length, 'evaluation')} overdue, and grades are due`,
  paragraphs: late.map((it) => `${it.author} about ${line(it)}`),
  link: { label: 'See who owes what', path: '/completion' },
  about: { kind: 'person', id: to.id },
})

/** To the student: feedback can be read; what it says stays in the portal. */
export const feedbackReleased = (to: Recipient, evaluationId: string): Message => ({
  key: `feedback.released:${evaluationId}`,
  kind: 'feedback.released',
  to: to.email,
  subject: 'New feedback for you',
  paragraphs: ['Somebody who worked with you wrote feedback. It stands in the portal.'],
  link: { label: 'Read it', path: '/feedback' },
  about: { kind: 'evaluation', id: evaluationId },
})

/** To the clerkship director: that there is a concern, not what it says. */
export const concernRaised = (to: Recipient, concernId: string, placementId: string): Message => ({
  key: `concern.raised:${concernId}:${to.id}`,
  kind: 'concern.raised',
  to: to.email,
  subject: 'A professionalism concern',
  paragraphs: ['An evaluator raised a concern about a student. Only you can read it. It counts in no rating.'],
  link: { label: 'Read it', path: `/placements/${placementId}/grade` },
  about: { kind: 'placement', id: placementId },
})

/** To the student: the grade is signed. It stands in the portal, never in mail. */
export const gradeSigned = (to: Recipient, placementId: string, version: number): Message => ({
  key: `grade.signed:${placementId}:${version}`,
  kind: 'grade.signed',
  to: to.email,
  subject: version === 1 ? 'Your grade is signed' : 'Your grade was corrected',
  paragraphs: ['It stands in the portal and goes to your school.'],
  link: { label: 'Read it', path: `/placements/${placementId}/grade` },
  about: { kind: 'placement', id: placementId },
})

/** To the author: a student asks for a letter. */
export const letterRequested = (to: Recipient, letterId: string, student: string): Message => ({
  key: `letter.requested:${letterId}`,
  kind: 'letter.requested',
  to: to.email,
  subject: `${student} asks you for a letter`,
  paragraphs: [`${student} asks you for a letter of recommendation after the rotation with us.`],
  link: { label: 'Open the request', path: `/letters/${letterId}` },
  about: { kind: 'letter', id: letterId },
})

/** To the student: the letter is where it belongs. */
export const letterUploaded = (to: Recipient, { id, placementId }: { id: string; placementId: string }): Message => ({
  key: `letter.uploaded:${id}`,
  kind: 'letter.uploaded',
  to: to.email,
  subject: 'Your letter was uploaded',
  paragraphs: ['Your letter of recommendation was uploaded to your letter service.'],
  link: { label: 'See your request', path: `/placements/${placementId}/letter` },
  about: { kind: 'letter', id },
})
