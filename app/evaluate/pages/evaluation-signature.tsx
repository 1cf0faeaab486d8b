import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect, useLoaderData } from '@remix-run/react'
import { isOpen, titleOf } from '#app/evaluate/evaluation'
import { EvaluationForm } from '#app/evaluate/evaluation-form'
import { readSignature } from '#app/evaluate/evaluation-form.server'
import { findAuthored } from '#app/evaluate/evaluations.server'
import { signEvaluation } from '#app/evaluate/signatures.server'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'
import { useLastResult } from '#app/ui/last-result'
import { Page } from '#app/ui/page'
import { programNow } from '#app/workflow/clock.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${titleOf(data.slug, data.subject)} – IR rotations` : 'IR rotations' },
]

/** Reached only by a refused form: without one it leads back to the record. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const me = await requirePerson(context)
  const evaluation = await findAuthored(me, params.evaluationId!, programNow())
  if (!isOpen(evaluation)) throw redirect(`/evaluations/${evaluation.id}`)
  context.disclose(evaluation.studentId, 'evaluation')
  return evaluation
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  const { id, items, subject } = await findAuthored(me, params.evaluationId!, programNow())
  const form = await readSignature(request, items)
  if (form.reply) return form.reply
  await signEvaluation(me, id, form.value)
  const isClosed = form.value.conflict === 'yes'
  return redirectSaying('/evaluations', isClosed ? 'The form is closed.' : `Sent. Thank you for ${subject}’s feedback.`)
}

export default function SignaturePage() {
  const last = useLastResult()
  const evaluation = useLoaderData<typeof loader>()
  return (
    <Page title={titleOf(evaluation.slug, evaluation.subject)} width="form" heading={false}>
      <EvaluationForm asked={evaluation} last={last} />
    </Page>
  )
}
