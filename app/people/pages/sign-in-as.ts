import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { signInAs } from '#app/people/cast.server'
import { deviceOf } from '#app/people/sign-in'
import { redirectSignedIn } from '#app/people/signed-in.server'

export const loader = () => redirect('/sign-in')

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const token = await signInAs(String(form.get('as')), deviceOf(request.headers.get('User-Agent')))
  return redirectSignedIn(token, form.get('next'))
}

export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
