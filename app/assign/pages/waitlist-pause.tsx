import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readReason } from '#app/assign/reason.server'
import { ReasonPage } from '#app/assign/reason-page'
import { pauseWaitlist } from '#app/assign/waitlist-changes.server'
import { findWaitlist } from '#app/assign/waitlist-line.server'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'
import { insist } from '#app/workflow/permissions'

export const meta = () => [{ title: 'Pause the waitlist – IR rotations' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const me = await requirePerson(context)
  insist(me, 'placement.arrange')
  const { label, isPaused } = await findWaitlist(me, { yearId: params.year!, openingId: params.openingId! })
  const path = `/waitlist/${params.year}/${params.openingId}`
  if (isPaused) throw redirect(path)
  return { label, path }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  insist(me, 'placement.arrange')
  const form = await readReason(request, 'Enter the reason. It stands with the waitlist.')
  if (form.reply) return form.reply
  await pauseWaitlist(me, { yearId: params.year!, openingId: params.openingId! }, form.value.reason)
  const path = `/waitlist/${params.year}/${params.openingId}`
  return redirectSaying(path, 'The waitlist is paused.', { action: `${path}/resumption` })
}

export default function PausePage() {
  const { label, path } = useLoaderData<typeof loader>()
  return (
    <ReasonPage title="Pause the waitlist" label="Reason" button="Pause" back={{ to: path, label }}>
      <p>A seat that becomes free in {label} is offered to nobody until you end the pause.</p>
    </ReasonPage>
  )
}
