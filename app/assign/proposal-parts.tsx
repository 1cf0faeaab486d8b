import { Form, Link, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { Button } from '#app/ui/button'
import { Details } from '#app/ui/details'
import { Notice } from '#app/ui/notice'
import { Table } from '#app/ui/table'
import { Instant } from '#app/ui/time'

const LOOK_MS = 1000

/** A run that goes on: how far it is, a way to stop it. It looks by itself where it can. */
export function ProposalRunning({ percent, madeAt }: { percent: number; madeAt: Date }) {
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    const next = state === 'idle' ? setTimeout(revalidate, LOOK_MS) : undefined
    return () => clearTimeout(next)
  }, [revalidate, state])
  return (
    <div className="stack">
      <p role="status">{percent}% done.</p>
      <p className="muted">
        Asked for <Instant at={madeAt} />. It goes on when you leave this page. Nothing changes until you accept what it
        proposes.
      </p>
      <div className="cluster">
        <Link className="button" to=".">
          Look again
        </Link>
        <Form method="post" action="removal">
          <Button kind="secondary">Stop working it out</Button>
        </Form>
      </div>
    </div>
  )
}

type Warned = { status: string; fallback: string | null; policyNow: string | null }

/** What the coordinator has to know before accepting: an older policy, an answer that is not the best. */
export function ProposalWarnings({ status, fallback, policyNow }: Warned) {
  return (
    <>
      {policyNow ? (
        <Notice tone="warn" title="This was made under an older policy">
          <p>The settings say now: {policyNow} Discard this and propose again to go by them.</p>
        </Notice>
      ) : null}
      {status === 'fallback' ? (
        <Notice tone="warn" title="This is the serial order, not the optimum">
          <p>
            {fallback ?? 'The optimizer gave no answer'}. Students took their turns instead: by tier, score and lottery,
            each the best wish that was left. Propose again to try once more.
          </p>
        </Notice>
      ) : null}
      {status === 'time-limit' ? (
        <Notice tone="warn" title="Time ran out before this was proven">
          It is the best answer found in a minute and breaks no rule, but a better one may exist. How it was worked out
          says by how much at most.
        </Notice>
      ) : null}
    </>
  )
}

type Worth = { id: string; place: string; places: number; improves: number }
const worthColumns = [
  { key: 'place', label: 'One more seat in' },
  { key: 'places', label: 'More students placed', numeric: true },
  { key: 'improves', label: 'Students with a better wish', numeric: true },
]

/** What one more seat in each full opening would change. */
export function ProposalWorth({ worth }: { worth: Worth[] }) {
  if (worth.length === 0) return null
  const rows = worth.map(({ id, ...cells }) => ({ id, cells }))
  return (
    <section className="ruled stack" aria-labelledby="worth">
      <h2 id="worth">What one more seat would change</h2>
      <Table caption="The worth of one more seat" hideCaption columns={worthColumns} rows={rows} list />
    </section>
  )
}

type Worked = {
  status: string
  stages: { part: string; says: string }[]
  tiers: number[]
  policy: string | null
  madeAt: Date
  drawnAt: Date | null
  seed: string
  inputHash: string
  solver: string | null
  tookMs: number | null
}

/** How it was worked out, for whoever has to answer for it. */
export function ProposalWorked(it: Worked) {
  const tiers = it.tiers.flatMap((n, at) => (n > 0 ? `${n} in tier ${at + 1}` : [])).join(', ')
  return (
    <Details summary="How it was worked out">
      <div className="stack stack-8">
        {it.policy ? (
          <p>
            {it.policy} <Link to="/settings/placing">Who is placed first</Link>
          </p>
        ) : null}
        <p>
          Tiers come in order{tiers ? `: ${tiers}` : ''}. Inside a tier a student two wishes down counts more than two
          students one down; without a place counts one more than the last wish. Then as many are placed as can be,
          blocks are filled evenly, and equals go by score and the year’s lottery. The same input gives the same answer.
        </p>
        {it.stages.length > 0 ? (
          <ul>
            {it.stages.map(({ part, says }) => (
              <li key={part}>
                {part}: {says}
              </li>
            ))}
          </ul>
        ) : null}
        <p className="small muted">
          Made <Instant at={it.madeAt} />
          {it.solver ? ` by ${it.solver}` : ''}
          {it.tookMs === null ? '' : ` in ${(it.tookMs / 1000).toFixed(1)} s`}. Lottery drawn{' '}
          {it.drawnAt ? <Instant at={it.drawnAt} /> : ''}, seed {it.seed}. Input {it.inputHash.slice(0, 12)}.
        </p>
      </div>
    </Details>
  )
}
