import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { withdrawPlacement } from '#app/assign/endings.server'
import { noticeText } from '#app/assign/fee'
import { findPlacement } from '#app/assign/placement-record.server'
import { readOptionalReason } from '#app/assign/reason.server'
import { ReasonPage } from '#app/assign/reason-page'
import { placeText } from '#app/assign/standing'
import { requirePerson } from '#app/people/who.server'

export const meta = () => [{ title: 'Give up the place – IR rotations' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const it = await findPlacement(await requirePerson(context), params.placementId!)
  if (!it.steps.includes('withdraw')) throw redirect(`/placements/${params.placementId}`)
  context.disclose(it.placement.studentId, 'placement')
  const notice = noticeText(it, it.notice, it.rules.dropNoticeDays)
  return { what: placeText(it), notice, path: `/placements/${params.placementId}` }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  const form = await readOptionalReason(request)
  if (form.reply) return form.reply
  await withdrawPlacement(me, params.placementId!, form.value.reason)
  return redirect(`/placements/${params.placementId}`, 303)
}

export default function WithdrawalPage() {
  const { what, notice, path } = useLoaderData<typeof loader>()
  return (
    <ReasonPage
      title="Give up the place"
      label="Why (optional)"
      button="Give up the place"
      danger
      back={{ to: path, label: 'The place' }}
    >
      <p>This gives up {what}, and withdraws the application. The home school is told. It can’t be undone.</p>
      <p>{notice}</p>
    </ReasonPage>
  )
}
