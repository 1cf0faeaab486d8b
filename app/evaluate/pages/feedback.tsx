import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect, useLoaderData } from '@remix-run/react'
import { listFeedback, markRead } from '#app/evaluate/feedback.server'
import { FeedbackCard, FinishedRotations } from '#app/evaluate/feedback-card'
import { requirePerson } from '#app/people/who.server'
import { Page } from '#app/ui/page'

export const meta: MetaFunction = () => [{ title: 'Feedback – IR rotations' }]

export async function loader({ context }: LoaderFunctionArgs) {
  return listFeedback(await requirePerson(context))
}

export async function action({ context, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  const form = await request.formData()
  await markRead(me, form.getAll('id').map(String))
  return redirect('/feedback', 303)
}

export default function FeedbackPage() {
  const { feedback, rotations } = useLoaderData<typeof loader>()
  return (
    <Page title="Your feedback" width="form">
      {rotations.length ? <FinishedRotations rotations={rotations} /> : null}
      {feedback.map((it) => (
        <FeedbackCard key={it.id} feedback={it} />
      ))}
      {feedback.length === 0 && rotations.length === 0 ? (
        <p>Nothing yet. Midpoint feedback comes in the middle of your rotation, the rest with your grade.</p>
      ) : null}
    </Page>
  )
}
