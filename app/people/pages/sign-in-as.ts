import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { signInAs } from '#app/people/cast.server'
import { arrivingWith } from '#app/people/sign-ins.server'
import { redirectSignedIn } from '#app/people/signed-in.server'

export const loader = () => redirect('/sign-in')

export async function action({ request }: ActionFunctionArgs) {
  const arriving = await arrivingWith(request)
  const form = await request.formData()
  return redirectSignedIn(await signInAs(String(form.get('as')), arriving), form.get('next'))
}

export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
