import { TaskList } from '#app/ui/task-list'
import { Day } from '#app/ui/time'
import type { FoundPlacement } from './placement-record.server'

const states = { missing: 'Not yet started', problem: 'There is a problem', received: 'Received', ok: 'Accepted' }

/** Papers that keep the place from being confirmed, each a link for the student to hand it in. */
export function MissingPapers({ it }: { it: FoundPlacement }) {
  const { missing, placement, block, isMine, papersDueOn } = it
  if (!['draft', 'offered', 'accepted'].includes(placement.status) || missing.length === 0) return null
  const papers = missing.filter(({ isOurs }) => !isOurs).length
  const accepted = papers === 1 ? '1 document is accepted' : `${papers} documents are accepted`
  const title = `${isMine ? 'Your place' : 'The place'} is confirmed once ${
    papers === 0 ? 'an agreement with the school covers its days' : accepted
  }`
  return (
    <section aria-labelledby="papers" className="stack stack-12">
      <h2 id="papers">{title}</h2>
      <p>
        {papers > 0 ? (
          <>
            {papers === 1 ? 'It is' : 'They are'} due <Day on={papersDueOn} weekday />, unless another day stands
            beside.{' '}
          </>
        ) : null}
        Everything else is accepted and valid through <Day on={block.lastOn} />.
      </p>
      <TaskList tasks={missing.map((paper) => taskOf(paper, it))} />
    </section>
  )
}

function taskOf(paper: FoundPlacement['missing'][number], { isMine, papersDueOn }: FoundPlacement) {
  const isProblem = paper.verdict.state === 'problem'
  const due = paper.dueOn === papersDueOn ? null : <Day on={paper.dueOn} weekday />
  return {
    label: isMine ? paper.task : paper.name,
    to: isMine && !paper.isOurs ? paper.link : undefined,
    state: isMine || !paper.isHealth ? states[paper.verdict.state] : 'Not cleared',
    tone: isProblem && (isMine || !paper.isHealth) ? ('bad' as const) : undefined,
    todo: paper.verdict.state === 'missing',
    hint: (
      <>
        {isMine || !paper.isHealth ? paper.verdict.says || paper.hint : null}
        {due ? <> Due {due}</> : null}
      </>
    ),
  }
}
