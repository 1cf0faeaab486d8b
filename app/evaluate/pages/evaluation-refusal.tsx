import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, redirect, useLoaderData } from '@remix-run/react'
import { isOpen } from '#app/evaluate/evaluation'
import { findAuthored } from '#app/evaluate/evaluations.server'
import { firstName } from '#app/evaluate/questionnaire'
import { declineEvaluation } from '#app/evaluate/signatures.server'
import { requirePerson } from '#app/people/who.server'
import { Button, ButtonLink } from '#app/ui/button'
import { redirectSaying } from '#app/ui/flash.server'
import { Page } from '#app/ui/page'
import { daysText } from '#app/ui/time'
import { programNow } from '#app/workflow/clock.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Did not work with ${data?.subject ?? 'this student'} – IR rotations` },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const me = await requirePerson(context)
  const evaluation = await findAuthored(me, params.evaluationId!, programNow())
  if (!isOpen(evaluation)) throw redirect(`/evaluations/${evaluation.id}`)
  context.disclose(evaluation.studentId, 'evaluation')
  return evaluation
}

export async function action({ context, params }: ActionFunctionArgs) {
  await declineEvaluation(await requirePerson(context), params.evaluationId!, 'contact')
  return redirectSaying('/evaluations', 'The form is closed. Nobody counts it as late.')
}

export default function RefusalPage() {
  const { id, subject, service, firstOn, lastOn } = useLoaderData<typeof loader>()
  return (
    <Page
      title={`Did not work with ${subject}`}
      sub={`${service}, ${daysText(firstOn, lastOn)}`}
      back={{ to: `/evaluations/${id}`, label: 'Back to the form' }}
      width="form"
    >
      <Form method="post" className="stack">
        <p>The form closes unanswered. It is not late, and nothing you typed is kept.</p>
        <div className="cluster">
          <Button>I did not work with {firstName(subject)}</Button>
          <ButtonLink kind="secondary" to={`/evaluations/${id}`}>
            Go back
          </ButtonLink>
        </div>
      </Form>
    </Page>
  )
}
