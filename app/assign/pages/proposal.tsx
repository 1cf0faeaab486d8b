import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { boardPath } from '#app/assign/paths'
import { proposalTags } from '#app/assign/proposal'
import { findProposal, peopleIn } from '#app/assign/proposal.server'
import { ProposalRunning } from '#app/assign/proposal-parts'
import { ProposalView } from '#app/assign/proposal-view'
import { soonEnded } from '#app/assign/proposal-wait.server'
import { proposePlaces } from '#app/assign/proposals.server'
import { requirePerson } from '#app/people/who.server'
import { Button } from '#app/ui/button'
import { Page } from '#app/ui/page'
import { Tag } from '#app/ui/tag'

export const meta = () => [{ title: 'Proposal – Board – IR rotations' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const me = await requirePerson(context)
  const proposal = await findProposal(me, params.year!)
  for (const studentId of peopleIn(proposal)) context.disclose(studentId, 'proposal')
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
  if ('changes' in proposal) return <ProposalView proposal={proposal} year={year} />
  const { number, percent, madeAt, status } = proposal
  const { label, tone } = proposalTags[status]
  return (
    <Page title={`Proposal ${number}`} tag={<Tag tone={tone}>{label}</Tag>} back={back}>
      <ProposalRunning percent={percent} madeAt={madeAt} />
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
