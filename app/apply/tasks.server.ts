import type { Task } from '#app/ui/task-list'
import { dayText, instantText } from '#app/ui/time'
import { endOf } from '#app/workflow/day.server'
import { isOpenToStudent } from './application'
import { type Judged, judgedOf, resendProblems, whatIsMissing, wishProblems } from './judged.server'
import type { ApplicationRecord } from './records.server'
import { isDone, takesFile, taskState } from './requirement'

/** A task as plain data, so that a loader can send it. */
export type ApplicationTask = Omit<Task, 'state' | 'hint'> & { state: string; hint?: string | null }
export type TaskGroup = { title: string; tasks: ApplicationTask[]; isFolded?: boolean }

/** The task list of an application that is the student's to send, in groups, and how many tasks are left. */
export function tasksOf(it: ApplicationRecord, now: Date): { groups: TaskGroup[]; left: number } {
  const judged = judgedOf(it, 'to apply', now)
  const of = (isWanted: (one: Judged) => boolean) =>
    judged
      .filter(isWanted)
      .map((one) => taskOf(it, one, Boolean(it.statementDraft) && one.requirement.rule.kind === 'statement'))
  const you = [profileTask(it), datesTask(it, now), ...of(isAboutYou)]
  const papers = of((one) => takesFile(one.requirement) || one.requirement.rule.kind === 'statement')
  const school = of((one) => one.requirement.rule.kind === 'school-confirms')
  const left = [...you, ...papers, ...school].filter((task) => task.state !== 'Completed').length
  return {
    left,
    groups: [
      { title: 'You and your dates', tasks: you },
      { title: 'What you hand in', tasks: papers },
      { title: 'Your school', tasks: school },
      { title: 'Send', tasks: [sendTask(it, left)] },
    ],
  }
}

const isAboutYou = ({ requirement: { rule } }: Judged) =>
  rule.kind === 'exam-passed' || rule.kind === 'core-clerkships-done'

function profileTask({ application, profile }: ApplicationRecord): ApplicationTask {
  const done = profile ? { state: 'Completed' } : { state: 'Not yet started', todo: true }
  return { label: 'Say where you study', to: profilePath(application.id), ...done }
}

/** The profile belongs to the person; `next` leads back to the application that asked for it. */
const profilePath = (id: string) => `/profile?next=${encodeURIComponent(`/applications/${id}`)}`

function datesTask(it: ApplicationRecord, now: Date): ApplicationTask {
  const task = { label: 'Rank your dates', to: `/applications/${it.application.id}/choices` }
  const problems = it.application.status === 'returned' ? resendProblems(it) : wishProblems(it, now)
  const ranked = `${it.choices.length} of ${it.program.mostChoices} ranked`
  if (it.choices.length === 0)
    return { ...task, state: 'Not yet started', todo: true, hint: `0 of ${it.program.mostChoices} ranked` }
  if (problems.length) return { ...task, state: 'There is a problem', tone: 'bad', hint: problems[0] }
  return { ...task, state: 'Completed', hint: ranked }
}

function taskOf(it: ApplicationRecord, { requirement, verdict }: Judged, isInProgress: boolean): ApplicationTask {
  const task = { label: requirement.task, to: pathOf(it.application.id, requirement) }
  if (isInProgress && verdict.state !== 'problem')
    return { ...task, state: 'In progress', todo: true, hint: verdict.says }
  if (requirement.rule.kind === 'school-confirms')
    return { ...task, ...taskState(verdict), hint: schoolHint(it, verdict.says) }
  const hint = isDone(verdict) ? undefined : verdict.says || requirement.hint
  return { ...task, ...taskState(verdict), hint }
}

/** Where a requirement is met. */
export function pathOf(applicationId: string, { key, rule }: Judged['requirement']): string {
  const here = `/applications/${applicationId}`
  if (rule.kind === 'statement') return `${here}/statement`
  if (rule.kind === 'school-confirms') return `${here}/confirmation`
  return rule.kind === 'exam-passed' || rule.kind === 'core-clerkships-done'
    ? profilePath(applicationId)
    : `${here}/documents/${key}`
}

function schoolHint({ confirmation }: ApplicationRecord, says: string): string {
  if (confirmation?.status !== 'asked') return says
  const asked = instantText(confirmation.askedAt, { weekday: false }).split(', ')[0]
  return `Asked ${asked}. Your school has until ${dayText(confirmation.replyByOn)}.`
}

function sendTask(it: ApplicationRecord, left: number): ApplicationTask {
  const label = 'Check your answers, then send'
  if (left > 0)
    return { label, state: 'Cannot start yet', todo: true, hint: `Finish the ${taskCount(left)} above first.` }
  return { label, to: `/applications/${it.application.id}/check`, state: 'Not yet started', todo: true }
}

const taskCount = (left: number) => (left === 1 ? '1 task' : `${left} tasks`)

/** The instant by which to send: the first closing among the wishes, else the last that is still open. */
export function sendByOf(it: ApplicationRecord, now: Date): Date | null {
  if (it.application.status === 'returned') return null
  const wished = it.choices.map(({ block }) => endOf(block.applyByOn)).filter((at) => at >= now)
  const all = it.windows.map(({ block }) => endOf(block.applyByOn)).filter((at) => at >= now)
  const from = wished.length ? Math.min(...wished.map(Number)) : Math.max(...all.map(Number))
  return Number.isFinite(from) ? new Date(from) : null
}

/** Whether the student may press Send now. */
export const maySend = (it: ApplicationRecord, now: Date) =>
  isOpenToStudent(it.application.status) && whatIsMissing(it, now).length === 0
