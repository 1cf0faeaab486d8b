import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { checked } from '#app/apply/decided.server'
import { uncheckDocument } from '#app/apply/document-checks.server'
import { requirePerson } from '#app/people/who.server'

export async function action({ context, params, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  const it = { applicationId: params.applicationId!, documentId: params.documentId! }
  await uncheckDocument(me, it)
  return checked(it, await request.formData(), 'Unchecked again.', false)
}

export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/review/${params.applicationId}`)
export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
