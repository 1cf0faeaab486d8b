import { may } from '#app/workflow/permissions'
import type { Person } from '#db/schema/people/actors'
import type { Review } from './review-record.server'
import { wordsIn } from './statement'

/** The parts of a record that its page shows, with the document asked for, else the first that waits for a check. */
export function shownOf(it: Review, asked: string | null) {
  const { record, student, clerkship, application, papers } = it
  const open = papers.find((paper) => paper.isOpen && paper.mayCheck)
  const current = asked ?? open?.key ?? papers.find((paper) => paper.mayRead)?.key ?? 'statement'
  const { profile } = record
  return {
    application: pick(application),
    name: student.name,
    clerkship: clerkship.name,
    schoolName: profile?.school?.name ?? profile?.profile.schoolName ?? null,
    choices: record.choices,
    list: it.list,
    papers,
    current,
    statement: application.statement,
    words: wordsIn(application.statement ?? ''),
    school: schoolWord(record.confirmation),
    events: record.events.map(({ at, step, by, note }) => ({ at, step, by, note })),
    missing: it.missing,
    mine: it.mine,
    others: it.others.map(({ review, name }) => ({ name, scores: review.scores })),
    signed: it.signed,
  }
}
export type Shown = ReturnType<typeof shownOf> & ReturnType<typeof reviewOffers> & { stage: string }

function pick({ id, status, sentAt, reference, replyByOn, reason, returnByOn }: Review['application']) {
  return { id, status, sentAt, reference, replyByOn, reason, returnByOn }
}

function schoolWord(it: Review['record']['confirmation'] | undefined) {
  return it ? { status: it.status, answers: schoolAnswer(it), askedAt: it.askedAt } : null
}

function schoolAnswer(it: NonNullable<Review['record']['confirmation']>): string | null {
  const who = [it.signerName, it.signerTitle].filter(Boolean).join(', ')
  return it.answeredAt ? [who, it.reason].filter(Boolean).join(': ') : null
}

/** What this person may do here now. */
export function reviewOffers(me: Person, { application, missing, mine }: Review) {
  const mayDecide = may(me, 'application.decide')
  const at = application.status
  return {
    mayScore:
      may(me, 'application.score') && ['submitted', 'eligible', 'waitlisted'].includes(at) && !mine?.hasConflict,
    mayMakeEligible: mayDecide && at === 'submitted' && missing.length === 0,
    mayReturn: mayDecide && at === 'submitted',
    mayWaitlist: mayDecide && at === 'eligible',
    mayNotOffer: mayDecide && ['submitted', 'eligible', 'waitlisted'].includes(at),
  }
}
