import type { Person } from '#db/schema/people/actors'
import { answersOf } from './answers.server'
import { applicationTags, isOpenToStudent, mayBeWithdrawn, standingOf } from './application'
import { judgedOf } from './judged.server'
import { type ApplicationRecord, readMyRecord } from './records.server'
import { isDone, takesFile, taskState } from './requirement'
import { type ApplicationTask, sendByOf, type TaskGroup, tasksOf } from './tasks.server'
import { toldOf } from './timeline'

/** The page of one application: where it stands, what is left to do, what was sent, what has happened. */
export async function readHub(me: Person, id: string, now: Date) {
  const it = await readMyRecord(me, id)
  const { application, clerkship, program } = it
  const isOpen = isOpenToStudent(application.status)
  const { groups, left } = tasksOf(it, now)
  const blocks = it.choices.map(({ block }) => block.name)
  const sendBy = sendByOf(it, now)
  return {
    id,
    title: `${clerkship.kind === 'elective' ? 'Elective' : 'Sub-internship'}, ${yearText(application.yearId)} · ${application.reference}`,
    tag: applicationTags[application.status],
    standing: standingOf({ ...application, tasksLeft: left, sendBy, blocks }),
    isOpen,
    left,
    sendBy,
    replyByOn: application.status === 'submitted' ? application.replyByOn : null,
    decisionDays: program.decisionDays,
    groups: isOpen ? groups : papersOf(it, now),
    answers: isOpen ? [] : answersOf(it, now),
    told: toldOf(it.events),
    placement: it.placement ? { id: it.placement.id, status: it.placement.status } : null,
    contact: { email: program.contactEmail, phone: program.contactPhone },
    mayWithdraw: mayBeWithdrawn(application.status),
  }
}

const yearText = (yearId: string) => yearId.replace('-', '–')

/** What is still asked for after sending: what was found wrong, and once a place is near, the papers to start. */
function papersOf(it: ApplicationRecord, now: Date): TaskGroup[] {
  const { status, id } = it.application
  const wrong = judgedOf(it, 'to apply', now).filter(({ document }) => document?.document.status === 'problem')
  const isNear = ['eligible', 'waitlisted', 'placed'].includes(status)
  const blocks = it.placement ? [it.placement.block] : undefined
  const toStart = isNear
    ? judgedOf(it, 'to start', now, blocks).filter(({ requirement }) => takesFile(requirement))
    : []
  const task = ({ requirement, verdict }: (typeof toStart)[number]): ApplicationTask => ({
    label: requirement.task,
    to: `/applications/${id}/documents/${requirement.key}`,
    ...taskState(verdict),
    hint: isDone(verdict) ? undefined : verdict.says || requirement.hint,
  })
  return [
    { title: 'What we ask you to replace', tasks: wrong.map(task) },
    { title: 'What you hand in before the first day', tasks: toStart.map(task) },
  ].filter(({ tasks }) => tasks.length > 0)
}
