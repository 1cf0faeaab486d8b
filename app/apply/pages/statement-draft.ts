import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { keepForLater } from '#app/apply/later.server'
import { readHead } from '#app/apply/records.server'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'

export async function action({ context, request, params }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  const { application } = await readHead(me, params.applicationId!)
  await keepForLater(me, `/applications/${application.id}/statement`, await request.formData())
  return redirectSaying(`/applications/${application.id}`, 'Your statement is kept as it stands.')
}
export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/applications/${params.applicationId}/statement`)
export default () => null
