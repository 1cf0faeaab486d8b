import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect, useLoaderData } from '@remix-run/react'
import { isOpen, titleOf } from '#app/evaluate/evaluation'
import { EvaluationForm } from '#app/evaluate/evaluation-form'
import { draftFrom } from '#app/evaluate/evaluation-form.server'
import { EvaluationRecord } from '#app/evaluate/evaluation-record'
import { findAuthored, findEvaluation } from '#app/evaluate/evaluations.server'
import { saveDraft } from '#app/evaluate/signatures.server'
import { requirePerson } from '#app/people/who.server'
import { useLastResult } from '#app/ui/last-result'
import { Page } from '#app/ui/page'
import { programNow } from '#app/workflow/clock.server'
import { may } from '#app/workflow/permissions'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${titleOf(data.slug, data.subject)} – Block ${data.block} – IR rotations` : 'IR rotations' },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const me = await requirePerson(context)
  const evaluation = await findEvaluation(me, params.evaluationId!, programNow())
  if (me.personId === evaluation.subjectId) throw redirect(`/feedback#${evaluation.id}`)
  context.disclose(evaluation.studentId, 'evaluation')
  const mayRelease = may(me, 'evaluation.release', evaluation)
  return { ...evaluation, isMine: me.personId === evaluation.authorId, mayRelease }
}

/** Keeps what was typed; a pressed starter comes back with its words in the text. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  const { items, subject } = await findAuthored(me, params.evaluationId!, programNow())
  const form = await request.formData()
  await saveDraft(me, params.evaluationId!, draftFrom(items, subject, form))
  return redirect(`/evaluations/${params.evaluationId}#${form.has('start') ? 'evaluation-comment' : 'main'}`, 303)
}

export default function EvaluationPage() {
  const evaluation = useLoaderData<typeof loader>()
  const last = useLastResult()
  const isForm = evaluation.isMine && isOpen(evaluation)
  return (
    <Page title={titleOf(evaluation.slug, evaluation.subject)} width="form" heading={!isForm}>
      {isForm ? <EvaluationForm asked={evaluation} last={last} /> : <EvaluationRecord evaluation={evaluation} />}
    </Page>
  )
}
