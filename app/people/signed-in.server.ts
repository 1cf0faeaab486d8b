import { redirect } from '@remix-run/node'
import { nextPath } from './sign-in'
import { forgetToken, keepToken } from './sign-in-cookie.server'

/** 303 to where this person wanted to go, with the cookie of the new sign-in. */
export async function redirectSignedIn(token: string, next: unknown): Promise<Response> {
  return redirect(nextPath(next), { status: 303, headers: { 'Set-Cookie': await keepToken(token) } })
}

/** 303 to the first page without the cookie. */
export async function redirectSignedOut(): Promise<Response> {
  return redirect('/', { status: 303, headers: { 'Set-Cookie': await forgetToken() } })
}
