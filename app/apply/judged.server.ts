import { dayText } from '#app/ui/time'
import { dayAt } from '#app/workflow/day.server'
import { isOpenToStudent } from './application'
import { blockProblem, studyProblem, wishName } from './choice'
import type { VerdictFacts } from './paper.server'
import type { ApplicationRecord } from './records.server'
import { isDone, type Phase, type Requirement, type Verdict } from './requirement'
import { judgeAll } from './verdict.server'
import { wishedBlock } from './windows.server'

export type Judged = { requirement: Requirement; verdict: Verdict; document?: ApplicationRecord['documents'][number] }

/** What a requirement of this record is judged by. */
function factsOf(it: ApplicationRecord, key: string, now: Date): VerdictFacts {
  const { application, profile, confirmation, documents, agreements } = it
  const isSent = application.sentAt && !isOpenToStudent(application.status)
  return {
    sendingOn: dayAt(isSent && application.sentAt ? application.sentAt : now),
    document: documents.find((one) => one.key === key)?.document,
    statement: application.statement,
    profile: profile?.profile,
    confirmation: confirmation?.status,
    agreements,
  }
}

/** Each requirement of a phase with what is thought of it over the given blocks, else over the wished ones. */
export function judgedOf(it: ApplicationRecord, phase: Phase, now: Date, blocks = blocksOf(it)): Judged[] {
  return it.requirements
    .filter((requirement) => requirement.phase === phase)
    .map((requirement) => ({
      requirement,
      verdict: judgeAll(requirement, factsOf(it, requirement.key, now), blocks),
      document: it.documents.find(({ key }) => key === requirement.key),
    }))
}

export const blocksOf = (it: ApplicationRecord) => it.choices.map(({ block }) => block)

/** The sentences that keep this application from being sent now; none when it may go. */
export function whatIsMissing(it: ApplicationRecord, now: Date): string[] {
  const isReturned = it.application.status === 'returned'
  const wishes = isReturned ? resendProblems(it) : wishProblems(it, now)
  const open = judgedOf(it, 'to apply', now).filter(({ verdict }) => !isDone(verdict))
  return [
    ...lateText(it, now),
    ...(it.profile ? [] : ['Say where you study.']),
    ...(it.choices.length ? wishes : ['Rank at least one date.']),
    ...open.map(({ requirement, verdict }) => [`${requirement.task}.`, verdict.says].filter(Boolean).join(' ')),
  ]
}

/** A returned application has a last day of its own. */
function lateText({ application, program }: ApplicationRecord, now: Date): string[] {
  const { status, returnByOn } = application
  if (status !== 'returned' || !returnByOn || dayAt(now) <= returnByOn) return []
  return [`It could be sent again until ${dayText(returnByOn)}. Write to ${program.contactEmail}.`]
}

/** Why a wish can no longer be sent: its window has closed, or the profile no longer fits. */
export function wishProblems(it: ApplicationRecord, now: Date): string[] {
  const windows = it.windows.map(wishedBlock)
  return it.choices.flatMap(({ block, service }) => {
    const window = windows.find(({ id }) => id === block.id)
    const problem = window
      ? blockProblem(window, it.profile?.profile ?? null, it.clerkship, now)
      : 'Not offered any more.'
    return problem ? [`${wishName(block, service)}: ${problem}`] : []
  })
}

/** A returned application may be sent again after its windows have closed: only what the student is counts then. */
export function resendProblems(it: ApplicationRecord): string[] {
  const profile = it.profile?.profile
  if (!profile) return ['Say where you study first.']
  return it.choices.flatMap(({ block, service }) => {
    const problem = studyProblem(block, profile, it.clerkship)
    return problem ? [`${wishName(block, service)}: ${problem}`] : []
  })
}
