import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { letterRequestSchema } from '#app/evaluate/letter-form.server'
import { AskedLetters, LetterRequestForm } from '#app/evaluate/letter-request-form'
import { findLetterRequest, findOpenRequest, requestLetter } from '#app/evaluate/letter-requests.server'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'
import { Page } from '#app/ui/page'
import { daysText } from '#app/ui/time'
import { readForm } from '#app/workflow/form.server'

export const meta: MetaFunction = () => [{ title: 'Letter of recommendation – IR rotations' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  return findLetterRequest(await requirePerson(context), params.placementId!)
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  const { placementId } = await findOpenRequest(me, params.placementId!)
  const form = await readForm(request, letterRequestSchema)
  if (form.reply) return form.reply
  await requestLetter(me, placementId, form.value)
  return redirectSaying(`/placements/${placementId}/letter`, 'Asked. The author was told.')
}

export default function LetterRequestPage() {
  const { service, firstOn, lastOn, authors, asked } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Letter of recommendation"
      sub={`For ${service}, ${daysText(firstOn, lastOn)}`}
      back={{ to: '/feedback', label: 'Feedback' }}
      width="form"
    >
      {asked.length ? <AskedLetters asked={asked} /> : null}
      {authors.length ? <LetterRequestForm authors={authors} /> : null}
    </Page>
  )
}
