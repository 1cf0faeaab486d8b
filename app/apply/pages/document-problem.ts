import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { checked } from '#app/apply/decided.server'
import { refuseDocument } from '#app/apply/document-checks.server'
import { requirePerson } from '#app/people/who.server'
import { undoTime } from '#app/program/undo-time.server'
import { insist } from '#app/workflow/permissions'

export async function action({ context, params, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  insist(me, 'application.list')
  const it = { applicationId: params.applicationId!, documentId: params.documentId! }
  const form = await request.formData()
  const problem = String(form.get('reason') ?? '').trim()
  await refuseDocument(me, { ...it, problem })
  return checked(it, form, `Problem reported. The student is told in ${await undoTime()}.`, true)
}

export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/review/${params.applicationId}`)
export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
