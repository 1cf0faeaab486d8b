import type { Person } from '#db/schema/people/actors'
import { answersOf } from './answers.server'
import { applicationTags, isOpenToStudent, mayBeWithdrawn } from './application'
import { judgedOf } from './judged.server'
import { type ApplicationRecord, readMyRecord } from './records.server'
import { isDone, takesFile, taskState } from './requirement'
import { standingNow } from './standing.server'
import { type ApplicationTask, sendByOf, type TaskGroup, tasksOf } from './tasks.server'
import { toldOf } from './timeline'

/** The page of one application: where it stands, what is left to do, what was sent, what has happened. */
export async function readHub(me: Person, id: string, now: Date) {
  const it = await readMyRecord(me, id)
  const { application, program } = it
  const isOpen = isOpenToStudent(application.status)
  const { groups, left } = tasksOf(it, now)
  const sendBy = sendByOf(it, now)
  return {
    id,
    title: titleOf(it),
    tag: applicationTags[application.status],
    ...standingNow(it, now),
    progress: { isOpen, left, sendBy, replyByOn: replyByOf(it), decisionDays: program.decisionDays },
    groups: isOpen ? groups : papersOf(it, now),
    answers: isOpen ? [] : answersOf(it, now),
    told: toldOf(it.events),
    contact: { email: program.contactEmail, phone: program.contactPhone },
    mayWithdraw: mayBeWithdrawn(application.status),
  }
}

function titleOf({ application, clerkship }: ApplicationRecord): string {
  const kind = clerkship.kind === 'elective' ? 'Elective' : 'Sub-internship'
  return `${kind}, ${application.yearId.replace('-', '–')} · ${application.reference}`
}

const replyByOf = ({ application: { status, replyByOn } }: ApplicationRecord) =>
  status === 'submitted' ? replyByOn : null

/** What is asked for after sending: what was found wrong, and the papers to start, folded until a place is near. */
function papersOf(it: ApplicationRecord, now: Date): TaskGroup[] {
  const { status, id } = it.application
  const isAhead = ['eligible', 'waitlisted', 'placed'].includes(status)
  const isNear = ['offered', 'accepted', 'confirmed'].includes(it.placement?.status ?? '')
  const blocks = it.placement && isNear ? [it.placement.block] : undefined
  const wrong = judgedOf(it, 'to apply', now).filter(({ document }) => document?.document.status === 'problem')
  const toStart = judgedOf(it, 'to start', now, blocks).filter(({ requirement }) => takesFile(requirement))
  const group = (title: string, judged: typeof toStart, isFolded = false): TaskGroup => ({
    title,
    isFolded,
    tasks: judged.map((one) => paperTask(id, one)),
  })
  return [
    group('What we ask you to replace', wrong),
    group('What you hand in before the first day', isAhead ? toStart : [], !isNear),
  ].filter(({ tasks }) => tasks.length > 0)
}

function paperTask(id: string, { requirement, verdict }: ReturnType<typeof judgedOf>[number]): ApplicationTask {
  const hint = isDone(verdict) ? undefined : verdict.says || requirement.hint
  const to = `/applications/${id}/documents/${requirement.key}`
  return { label: requirement.task, to, ...taskState(verdict), hint }
}
