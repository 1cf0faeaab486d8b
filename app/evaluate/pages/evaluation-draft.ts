import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/react'
import { draftFrom } from '#app/evaluate/evaluation-form.server'
import { findAuthored } from '#app/evaluate/evaluations.server'
import { saveDraft } from '#app/evaluate/signatures.server'
import { requirePerson } from '#app/people/who.server'
import { programNow } from '#app/workflow/clock.server'

/** The same as saving on the form, for the page that saves by itself: answers when it was saved. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  const { items, subject } = await findAuthored(me, params.evaluationId!, programNow())
  const draft = draftFrom(items, subject, await request.formData())
  return Response.json({ savedAt: await saveDraft(me, params.evaluationId!, draft) })
}

export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/evaluations/${params.evaluationId}`)
