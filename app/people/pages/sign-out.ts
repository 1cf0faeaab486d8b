import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { signOut } from '#app/people/sign-ins.server'
import { redirectSignedOut } from '#app/people/signed-in.server'

export const loader = () => redirect('/')

export async function action({ request }: ActionFunctionArgs) {
  await signOut(request.headers.get('Cookie'))
  return redirectSignedOut()
}

export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
