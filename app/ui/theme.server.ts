import { createCookie } from '@remix-run/node'
import { isTheme, type Theme } from './theme'

const themeCookie = createCookie('theme', { path: '/', maxAge: 60 * 60 * 24 * 365, sameSite: 'lax' })

/** The theme of this browser; system where none was chosen. */
export async function readTheme(request: Request): Promise<Theme> {
  const theme: unknown = await themeCookie.parse(request.headers.get('Cookie'))
  return isTheme(theme) ? theme : 'system'
}

/** The Set-Cookie header that keeps the choice for a year. */
export const keepTheme = (theme: Theme): Promise<string> => themeCookie.serialize(theme)

/** A path of this site to go back to, else the first page; never another origin. */
export function samePath(value: FormDataEntryValue | null): string {
  const here = 'http://here.invalid'
  if (typeof value !== 'string' || !value.startsWith('/') || !URL.canParse(value, here)) return '/'
  const url = new URL(value, here)
  return url.origin === here ? url.pathname + url.search : '/'
}
