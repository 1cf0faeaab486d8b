import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { boardPath } from '#app/assign/paths'
import { findProposal } from '#app/assign/proposal.server'
import { ProposalTable } from '#app/assign/proposal-table'
import { proposePlaces } from '#app/assign/proposals.server'
import { requirePerson } from '#app/people/who.server'
import { Button } from '#app/ui/button'
import { Details } from '#app/ui/details'
import { Page } from '#app/ui/page'
import { Tag } from '#app/ui/tag'
import { Instant } from '#app/ui/time'

export const meta = () => [{ title: 'Proposal – Board – IR rotations' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const me = await requirePerson(context)
  const proposal = await findProposal(me, params.year!)
  const lines = proposal ? [...proposal.changes, ...proposal.unplaced] : []
  for (const { studentId } of lines) if (studentId) context.disclose(studentId, 'proposal')
  return { proposal, year: params.year! }
}

export async function action({ context, params }: ActionFunctionArgs) {
  await proposePlaces(await requirePerson(context), params.year!)
  return redirect(`/board/${params.year}/proposal`, 303)
}

export default function ProposalPage() {
  const { proposal, year } = useLoaderData<typeof loader>()
  const back = { to: boardPath(year), label: `Board ${year.replace('-', '–')}` }
  if (!proposal) return <Empty back={back} />
  const { number, changes, unplaced } = proposal
  const title = `Proposal ${number}: ${changes.length} ${changes.length === 1 ? 'change' : 'changes'}`
  return (
    <Page title={title} tag={<Tag tone="ok">Serial order</Tag>} back={back}>
      <p className="muted">
        Nobody already placed moves. Nothing changes until you accept; nothing is sent until you publish.
      </p>
      <Form method="post" action="acceptance" className="stack">
        <ProposalTable changes={changes} unplaced={unplaced} />
        {changes.length > 0 ? (
          <div>
            <Button>Accept the chosen as drafts</Button>
          </div>
        ) : null}
      </Form>
      <Form method="post" action="removal">
        <Button kind="secondary">Discard the proposal</Button>
      </Form>
      <How proposal={proposal} />
    </Page>
  )
}

function Empty({ back }: { back: { to: string; label: string } }) {
  return (
    <Page title="No open proposal" back={back}>
      <p>A proposal shows where everybody who waits could be placed. Nothing changes until you accept it.</p>
      <Form method="post">
        <Button>Propose places</Button>
      </Form>
    </Page>
  )
}

type Proposal = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['proposal']>

function How({ proposal }: { proposal: Proposal }) {
  return (
    <Details summary="How it was worked out">
      <div className="stack stack-8">
        <p>
          Students take their turn by score, those without a score last; equals by the year’s lottery. Each takes the
          best wish that no rule forbids. The same input gives the same answer.
        </p>
        <p className="small muted">
          Made <Instant at={proposal.madeAt} />. Lottery drawn{' '}
          {proposal.drawnAt ? <Instant at={proposal.drawnAt} /> : ''}, seed {proposal.seed}. Input{' '}
          {proposal.inputHash.slice(0, 12)}.
        </p>
      </div>
    </Details>
  )
}
