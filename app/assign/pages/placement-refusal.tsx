import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { declineOffer } from '#app/assign/answers.server'
import { findPlacement } from '#app/assign/placement-record.server'
import { readOptionalReason } from '#app/assign/reason.server'
import { ReasonPage } from '#app/assign/reason-page'
import { placeText } from '#app/assign/standing'
import { requirePerson } from '#app/people/who.server'

export const meta = () => [{ title: 'Decline the offer – IR rotations' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const it = await findPlacement(await requirePerson(context), params.placementId!)
  if (!it.steps.includes('decline')) throw redirect(`/placements/${params.placementId}`)
  const { hasOtherWish } = it
  return { what: placeText(it), hasOtherWish, path: `/placements/${params.placementId}` }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  const form = await readOptionalReason(request)
  if (form.reply) return form.reply
  await declineOffer(me, params.placementId!, form.value.reason)
  return redirect(`/placements/${params.placementId}`, 303)
}

export default function RefusalPage() {
  const { what, hasOtherWish, path } = useLoaderData<typeof loader>()
  return (
    <ReasonPage
      title="Decline the offer"
      label="Why (optional)"
      hint="It helps us plan. It carries no mark against you."
      button="Decline the offer"
      back={{ to: path, label: 'Your offer' }}
    >
      <p>
        You decline {what}. That wish ends, and the seat goes to the next student.{' '}
        {hasOtherWish
          ? 'You stay on the waitlist for your other dates.'
          : 'It is your last wish: nothing more is offered on this application.'}
      </p>
    </ReasonPage>
  )
}
