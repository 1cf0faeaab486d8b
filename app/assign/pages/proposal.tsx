import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { boardPath } from '#app/assign/paths'
import { proposalTags } from '#app/assign/proposal'
import { findProposal } from '#app/assign/proposal.server'
import { ProposalRunning, ProposalWarnings, ProposalWorked, ProposalWorth } from '#app/assign/proposal-parts'
import { ProposalTable } from '#app/assign/proposal-table'
import { soonEnded } from '#app/assign/proposal-wait.server'
import { proposePlaces } from '#app/assign/proposals.server'
import { requirePerson } from '#app/people/who.server'
import { Button } from '#app/ui/button'
import { Details } from '#app/ui/details'
import { Page } from '#app/ui/page'
import { Tag } from '#app/ui/tag'

export const meta = () => [{ title: 'Proposal – Board – IR rotations' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const me = await requirePerson(context)
  const proposal = await findProposal(me, params.year!)
  const lines = proposal && 'changes' in proposal ? [...proposal.changes, ...proposal.unplaced, ...proposal.kept] : []
  for (const { studentId } of lines) if (studentId) context.disclose(studentId, 'proposal')
  return { proposal, year: params.year! }
}

export async function action({ context, params }: ActionFunctionArgs) {
  const id = await proposePlaces(await requirePerson(context), params.year!)
  await soonEnded(id)
  return redirect(`/board/${params.year}/proposal`, 303)
}

export default function ProposalPage() {
  const { proposal, year } = useLoaderData<typeof loader>()
  const back = { to: boardPath(year), label: `Board ${year.replace('-', '–')}` }
  if (!proposal) return <Empty back={back} />
  const { label, tone } = proposalTags[proposal.status]
  const tag = <Tag tone={tone}>{label}</Tag>
  if (!('changes' in proposal))
    return (
      <Page title={`Proposal ${proposal.number}`} tag={tag} back={back}>
        <ProposalRunning percent={proposal.percent} madeAt={proposal.madeAt} />
      </Page>
    )
  const count = proposal.changes.length
  const title = `Proposal ${proposal.number}: ${count === 1 ? '1 change' : `${count} changes`}`
  return (
    <Page title={title} tag={tag} back={back}>
      <ProposalWarnings {...proposal} />
      <p className="muted">{proposal.summary.join(' ')}</p>
      <Changes changes={proposal.changes} />
      <Unplaced proposal={proposal} />
      <ProposalWorth worth={proposal.worth} />
      <ProposalWorked {...proposal} />
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

type Proposal = Extract<
  NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['proposal']>,
  { changes: unknown[] }
>

function Changes({ changes }: { changes: Proposal['changes'] }) {
  return (
    <div className="stack">
      {changes.length > 0 ? (
        <Form method="post" action="acceptance" id="accept">
          <ProposalTable caption="Changes that this proposal would make" lines={changes} mayChoose />
        </Form>
      ) : (
        <p>Everybody who can be placed already has the place that this proposal gives.</p>
      )}
      <div className="cluster">
        {changes.length > 0 ? <Button form="accept">Accept the chosen as drafts</Button> : null}
        <Form method="post" action="removal">
          <Button kind="secondary">Discard the proposal</Button>
        </Form>
      </div>
    </div>
  )
}

function Unplaced({ proposal: { unplaced, kept } }: { proposal: Proposal }) {
  return (
    <>
      {unplaced.length > 0 ? (
        <section className="ruled stack" aria-labelledby="unplaced">
          <h2 id="unplaced">Without a place: {unplaced.length}</h2>
          <ProposalTable caption="Students without a place" lines={unplaced} />
        </section>
      ) : null}
      {kept.length > 0 ? (
        <Details summary={`Stay where they are: ${kept.length}`}>
          <ProposalTable caption="Students who stay where they are" lines={kept} />
        </Details>
      ) : null}
    </>
  )
}
