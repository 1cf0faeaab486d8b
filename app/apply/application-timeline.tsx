import { dayText, Instant, instantText } from '#app/ui/time'
import { type Moment, Timeline } from '#app/ui/timeline'
import type { Told } from './timeline'

type Props = {
  told: Told[]
  isOpen: boolean
  left: number
  sendBy: Date | null
  replyByOn: string | null
  decisionDays: number
}

/** What has happened, and what comes next. */
export function ApplicationTimeline({ told, ...next }: Props) {
  const past: Moment[] = told.map(({ title, at, note }) => ({
    title,
    at: <Instant at={at} />,
    hint: note,
    when: 'past',
  }))
  return <Timeline items={[...past, ...(next.isOpen ? toSend(next) : toReply(next.replyByOn))]} />
}

function toSend({ left, sendBy, decisionDays }: Omit<Props, 'told'>): Moment[] {
  const tasks = left === 0 ? 'Nothing left but to send' : `${left} ${left === 1 ? 'task' : 'tasks'} left`
  return [
    { title: tasks, hint: 'You act next', when: 'now' },
    { title: 'You send', hint: sendBy ? `By ${instantText(sendBy)}` : undefined, when: 'later' },
    { title: 'We reply', hint: `Within ${decisionDays} days of sending`, when: 'later' },
  ]
}

function toReply(replyByOn: string | null): Moment[] {
  if (!replyByOn) return []
  return [
    { title: 'We review it', hint: 'We act next', when: 'now' },
    { title: 'We reply', hint: `By ${dayText(replyByOn, { weekday: true })}`, when: 'later' },
  ]
}
