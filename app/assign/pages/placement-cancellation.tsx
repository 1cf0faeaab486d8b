import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findAlternates } from '#app/assign/alternates.server'
import { cancelAndOffer } from '#app/assign/endings.server'
import { findPlacement } from '#app/assign/placement-record.server'
import { readCancellation } from '#app/assign/reason.server'
import { ReasonPage } from '#app/assign/reason-page'
import { placeText } from '#app/assign/standing'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'
import { refusalIn } from '#app/workflow/form.server'
import { insist } from '#app/workflow/permissions'

export const meta = () => [{ title: 'Cancel the place – IR rotations' }]

/** After a refusal, too, the other dates are those that have room now. */
export const shouldRevalidate = () => true

export async function loader({ context, params }: LoaderFunctionArgs) {
  const me = await requirePerson(context)
  const it = await findPlacement(me, params.placementId!)
  if (!it.steps.includes('cancel')) throw redirect(`/placements/${params.placementId}`)
  context.disclose(it.placement.studentId, 'placement')
  const alternates = await findAlternates(me, params.placementId!)
  return { what: placeText(it), name: it.student.name, alternates, path: `/placements/${params.placementId}` }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  insist(me, 'placement.cancel')
  const form = await readCancellation(request, 'Enter the reason. The student reads it.')
  if (form.reply) return form.reply
  const { reason, choice: instead } = form.value
  const cancelling = cancelAndOffer(me, params.placementId!, { reason, instead })
  const refused = instead && (await refusalIn(form.submission, cancelling))
  if (refused) return refused
  const done = await cancelling
  return redirectSaying(`/placements/${done?.offered?.placement.id ?? params.placementId}`, saidOf(done))
}

function saidOf(done: Awaited<ReturnType<typeof cancelAndOffer>>): string {
  if (!done) return 'This place had been cancelled already. Nothing was changed.'
  const { ended, offered } = done
  const end = `Cancelled: ${ended.student.name} has lost ${placeText(ended)}`
  return offered ? `${end}, and is offered ${placeText(offered)}.` : `${end}, and can be placed again.`
}

export default function CancellationPage() {
  const { what, name, alternates, path } = useLoaderData<typeof loader>()
  return (
    <ReasonPage
      title="Cancel the place"
      label="Reason"
      hint="The student reads it in the message that goes out."
      button="Cancel and tell the student"
      danger
      back={{ to: path, label: name }}
      choice={
        alternates.length > 0
          ? {
              legend: 'Other dates to offer instead',
              hint: `${name} asked for these, and they have room. The offer goes out with the cancellation.`,
              options: [
                ...alternates.map(({ openingId, label, rank }) => ({ value: openingId, label, hint: `Wish ${rank}` })),
                { value: '', label: 'None now' },
              ],
            }
          : undefined
      }
    >
      <p>
        {name} loses {what}. The application can be placed again, with all its wishes. A fee that was paid goes back.
      </p>
    </ReasonPage>
  )
}
