import { and, count, eq, type SQL } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { read, write } from '#db/client'
import * as t from '#db/schema/index'
import { cast } from '#db/seed/cast'
import { opening, subInternship } from '#db/seed/clerkships'
import { hasLetter } from '#db/seed/evaluations'
import { placed, placement } from '#db/seed/placements'
import {
  addApplications,
  addPapers,
  addPlacements,
  addStudents,
  addToCast,
  extra,
  numbers,
  paperOf,
  placementOf,
} from '#tests/support/crowd'
import { evaluationOfMarsh } from './records'

const them = numbers(11).map(extra)
const [beginner, sender, sent, ready, returned, asked, wanted, chosen, decliner, quitter, lost] = them

/** People and their records at the points from which each of the submits goes on; a demo year is there already. */
export async function prepareSubmits(): Promise<void> {
  evaluation = await evaluationOfMarsh()
  await addStudents(them)
  await addToCast(them)
  await addApplications([sender, asked], 'draft', '12')
  await addPapers([sender])
  await addApplications([sent, ready, returned], 'submitted', '12')
  await addPapers([sent])
  await addPapers([ready], 'accepted')
  await addApplications([wanted], 'eligible', '11')
  await addApplications([chosen, decliner, quitter, lost], 'eligible', '12')
  await addPlacements([chosen, decliner, quitter, lost], 'offered', '12')
  await write((tx) => tx.delete(t.confirmations).where(eq(t.confirmations.applicationId, asked.applicationId)))
}

const rowsOf = (table: SQLiteTable, where: SQL | undefined) => read.select({ n: count() }).from(table).where(where)
const steps = (subjectId: string, step: string) =>
  rowsOf(t.events, and(eq(t.events.subjectId, subjectId), eq(t.events.step, step)))
const mails = (kind: string, subjectId: string) =>
  rowsOf(t.messages, and(eq(t.messages.kind, kind), eq(t.messages.subjectId, subjectId)))

export type Submit = {
  what: string
  who: { personId: string; name: string }
  path: string
  form?: Record<string, string> | [string, string][]
  /** How many rows there are of what it leaves: none before, one after. */
  rows: () => ReturnType<typeof rowsOf>
}
const { whitlock, duarte, brandt, bauer, calloway } = cast
let evaluation = ''
/** What Elias Brandt must say about Theo Marsh. */
export const owedAboutMarsh = () => evaluation
/** Somebody whose rotation is over and who has asked nobody for a letter. */
const graduate = placed.find(({ who, place }) => place.end === 'completed' && !hasLetter(who))!
const rated = Object.fromEntries(
  ['history', 'presentation', 'imaging', 'note', 'technique', 'after'].map((key) => [key, '2']),
)
const comment = 'Prepared every case and asked good questions; next time, hand over in the afternoon too, please.'

/** The buttons that change something, each pressed once by somebody at the point where it is offered. */
export const submits: Submit[] = [
  {
    what: 'Start an application',
    who: beginner,
    path: `/applications/new?clerkship=${subInternship}`,
    rows: () => rowsOf(t.applications, eq(t.applications.studentId, beginner.personId)),
  },
  {
    what: 'Ask the school',
    who: asked,
    path: `/applications/${asked.applicationId}/confirmation`,
    form: { email: 'registrar@arroyo.example' },
    rows: () => rowsOf(t.confirmations, eq(t.confirmations.applicationId, asked.applicationId)),
  },
  {
    what: 'Send the application',
    who: sender,
    path: `/applications/${sender.applicationId}/submission`,
    rows: () => steps(sender.applicationId, 'send'),
  },
  {
    what: 'Accept a document',
    who: whitlock,
    path: `/review/${sent.applicationId}/documents/${paperOf(sent, 'cv')}/acceptance`,
    rows: () => steps(paperOf(sent, 'cv'), 'accept'),
  },
  {
    what: 'Clear a health document',
    who: calloway,
    path: `/review/${sent.applicationId}/documents/${paperOf(sent, 'immunization-form')}/acceptance`,
    rows: () => steps(paperOf(sent, 'immunization-form'), 'accept'),
  },
  {
    what: 'Sign the scores',
    who: bauer,
    path: `/review/${sent.applicationId}/score/signature`,
    form: { why: '2', record: '2', patients: '2' },
    rows: () => steps(sent.applicationId, 'sign review'),
  },
  {
    what: 'Make eligible',
    who: whitlock,
    path: `/review/${ready.applicationId}/eligibility`,
    rows: () => steps(ready.applicationId, 'make eligible'),
  },
  {
    what: 'Return with a reason',
    who: whitlock,
    path: `/review/${returned.applicationId}/return`,
    form: { reason: 'A page is missing.', 'byOn.month': '12', 'byOn.day': '10', 'byOn.year': '2026' },
    rows: () => steps(returned.applicationId, 'return'),
  },
  {
    what: 'Place on the board',
    who: whitlock,
    path: `/board/2026-27/placements?place=${wanted.applicationId}&opening=${opening(subInternship, '11', 'peripheral')}`,
    rows: () => rowsOf(t.placements, eq(t.placements.applicationId, wanted.applicationId)),
  },
  {
    what: 'Publish offers',
    who: whitlock,
    path: '/board/2026-27/publication',
    form: { placement: placement('bell') },
    rows: () => mails('placement.offer', placement('bell')),
  },
  {
    what: 'Accept the offer',
    who: chosen,
    path: `/placements/${placementOf(chosen)}/acceptance`,
    rows: () => steps(placementOf(chosen), 'accept'),
  },
  {
    what: 'Decline the offer',
    who: decliner,
    path: `/placements/${placementOf(decliner)}/refusal`,
    form: { reason: 'Another program.' },
    rows: () => steps(placementOf(decliner), 'decline'),
  },
  {
    what: 'Withdraw',
    who: quitter,
    path: `/placements/${placementOf(quitter)}/withdrawal`,
    form: { reason: 'I am ill.' },
    rows: () => steps(placementOf(quitter), 'withdraw'),
  },
  {
    what: 'Cancel a place',
    who: whitlock,
    path: `/placements/${placementOf(lost)}/cancellation`,
    form: { reason: 'The rooms are closed.' },
    rows: () => steps(placementOf(lost), 'cancel'),
  },
  {
    what: 'Sign the evaluation',
    who: brandt,
    get path() {
      return `/evaluations/${evaluation}/signature`
    },
    form: { conflict: 'no', days: '9', ...rated, comment },
    rows: () => rowsOf(t.signedAnswers, eq(t.signedAnswers.evaluationId, evaluation)),
  },
  {
    what: 'Raise a concern',
    who: brandt,
    get path() {
      return `/evaluations/${evaluation}/concern`
    },
    form: { text: 'Came an hour late on three days.' },
    rows: () => rowsOf(t.professionalismConcerns, eq(t.professionalismConcerns.authorId, brandt.personId)),
  },
  {
    what: 'Sign the grade',
    who: duarte,
    path: `/placements/${placement('marsh')}/grade/signature`,
    form: { after: '0', grade: 'Pass', narrative: 'Solid, prepared and kind to patients.' },
    rows: () =>
      read
        .select({ n: count() })
        .from(t.signedGrades)
        .innerJoin(t.grades, eq(t.grades.id, t.signedGrades.gradeId))
        .where(eq(t.grades.placementId, placement('marsh'))),
  },
  {
    what: 'Request a letter',
    who: cast[graduate.who],
    path: `/placements/${placement(graduate.who)}/letter`,
    form: {
      authorId: cast.adler.personId,
      ...{ erasLetterId: 'ERAS-123456', aamcId: '12345678', waiver: 'yes', consent: 'yes' },
      signerName: cast[graduate.who].name,
    },
    rows: () => rowsOf(t.letters, eq(t.letters.studentId, cast[graduate.who].personId)),
  },
  {
    what: 'Invite a colleague',
    who: whitlock,
    path: '/people/invitations',
    form: { name: 'Dr. Park', email: 'new.colleague@rotations.example', role: 'attending' },
    rows: () => rowsOf(t.invitations, eq(t.invitations.email, 'new.colleague@rotations.example')),
  },
]
