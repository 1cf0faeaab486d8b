import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findOverbooking } from '#app/assign/overbooking.server'
import { boardPath } from '#app/assign/paths'
import { overbook } from '#app/assign/placements.server'
import { readReason } from '#app/assign/reason.server'
import { ReasonPage } from '#app/assign/reason-page'
import { requirePerson } from '#app/people/who.server'
import { refusalIn } from '#app/workflow/form.server'

export const meta = () => [{ title: 'Overbook – Board – IR rotations' }]

const wantedIn = (request: Request) => {
  const { searchParams } = new URL(request.url)
  return { applicationId: searchParams.get('place') ?? '', openingId: searchParams.get('opening') ?? '' }
}

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const wanted = wantedIn(request)
  const found = await findOverbooking(await requirePerson(context), wanted)
  context.disclose(found.studentId, 'overbooking')
  return { ...found, path: boardPath(params.year!, { place: wanted.applicationId }) }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  const wanted = wantedIn(request)
  await findOverbooking(me, wanted)
  const form = await readReason(request, 'Enter the reason. It stays with the place.')
  if (form.reply) return form.reply
  const refused = await refusalIn(form.submission, overbook(me, wanted, form.value.reason))
  return refused ?? redirect(boardPath(params.year!), 303)
}

export default function OverbookingPage() {
  const { name, what, breaches, path } = useLoaderData<typeof loader>()
  return (
    <ReasonPage
      title={`Overbook for ${name}`}
      label="Reason"
      hint="It stays with the place, with your name."
      button={`Place ${name} beyond the seats`}
      back={{ to: path, label: 'Board' }}
    >
      <p>{what} has no room:</p>
      <ul>
        {breaches.map((says) => (
          <li key={says}>{says}</li>
        ))}
      </ul>
    </ReasonPage>
  )
}
