import { type Task, TaskList } from '#app/ui/task-list'
import { instantText } from '#app/ui/time'

type Windows = { n: number; first: Date | null; last: Date | null } | null
type YearProgressProps = { year: string; blocks: number; halves: number; seats: number; windows: Windows; now: Date }

/** What must stand before students can apply for a year, in order, each with how far it is. */
export function YearProgress({ year, blocks, halves, seats, windows, now }: YearProgressProps) {
  const here = `/settings/years/${year}`
  const tasks: Task[] = [
    blocks > 0
      ? { label: 'Enter the blocks', to: `${here}#blocks`, state: `${blocks} blocks, ${halves} halves` }
      : { label: 'Enter the blocks', to: `${here}/copy`, state: 'Not yet started', todo: true },
    task('Set the seats', blocks > 0, `/openings/${year}`, seats > 0 && `${seats} seats`),
    task('Say when students can apply', seats > 0, `${here}/windows`, windows !== null && openText(windows, now)),
  ]
  return <TaskList tasks={tasks} />
}

const task = (label: string, isReady: boolean, to: string, state: string | false): Task =>
  isReady
    ? { label, to, state: state || 'Not yet started', todo: !state }
    : { label, state: 'Cannot start yet', todo: true }

function openText({ first, last }: NonNullable<Windows>, now: Date): string {
  if (first && first > now) return `Opens ${instantText(first, { year: true })}`
  return last && last > now ? `Open; the last dates open ${instantText(last, { year: true })}` : 'Open'
}
