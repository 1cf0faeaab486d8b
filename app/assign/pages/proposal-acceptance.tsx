import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { acceptProposal } from '#app/assign/acceptance.server'
import { acceptanceForm } from '#app/assign/acceptance-form.server'
import { boardPath, draftsRemovalPath, proposalPath } from '#app/assign/paths'
import { findProposal, peopleIn } from '#app/assign/proposal.server'
import { ProposalView } from '#app/assign/proposal-view'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'
import { programNow } from '#app/workflow/clock.server'
import { readForm } from '#app/workflow/form.server'
import { insist } from '#app/workflow/permissions'

export const meta = () => [{ title: 'Proposal – Board – IR rotations' }]

/** The proposal again, for when nothing was chosen. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const me = await requirePerson(context)
  const [proposal, year] = [await findProposal(me, params.year!), params.year!]
  if (!proposal || !('changes' in proposal)) throw redirect(proposalPath(year))
  for (const studentId of peopleIn(proposal)) context.disclose(studentId, 'proposal')
  return { proposal, year }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const [me, now] = [await requirePerson(context), programNow()]
  insist(me, 'placement.arrange')
  const form = await readForm(request, acceptanceForm)
  if (form.reply) return form.reply
  const taken = await acceptProposal(me, params.year!, form.value.application, now)
  const said = taken === 1 ? '1 change is taken over as a draft.' : `${taken} changes are taken over as drafts.`
  return redirectSaying(boardPath(params.year!), said, { action: draftsRemovalPath(params.year!, now.getTime()) })
}

export default function ProposalAcceptancePage() {
  const { proposal, year } = useLoaderData<typeof loader>()
  return <ProposalView proposal={proposal} year={year} />
}
