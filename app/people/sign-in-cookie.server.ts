import { createCookie } from '@remix-run/node'
import { settings } from '#app/settings/settings.server'
import { LONGEST } from './sign-in'

const isSecure = settings.origin.startsWith('https:')
/** `__Host-` binds the cookie to this host alone; browsers take it over https only. */
const cookie = createCookie(isSecure ? '__Host-sign-in' : 'sign-in', {
  path: '/',
  httpOnly: true,
  secure: isSecure,
  sameSite: 'lax',
  maxAge: LONGEST / 1000,
})

/** The token this browser brought, if any. */
export async function readToken(cookieHeader: string | null | undefined): Promise<string | null> {
  const token: unknown = await cookie.parse(cookieHeader ?? null)
  return typeof token === 'string' && token !== '' ? token : null
}

/** The Set-Cookie header that keeps this token. */
export const keepToken = (token: string) => cookie.serialize(token)
/** The Set-Cookie header that forgets it. */
export const forgetToken = () => cookie.serialize('', { maxAge: 0 })
