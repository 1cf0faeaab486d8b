import { createCookie, redirect } from '@remix-run/node'
import type { Said } from './flash'

const flashCookie = createCookie('flash', { path: '/', maxAge: 60, sameSite: 'lax', httpOnly: true })

/** 303 to a page that says once what was done, with an Undo where there is one (`undo.action` is a path to POST to). */
export async function redirectSaying(to: string, text: string, undo?: Said['undo']): Promise<Response> {
  return redirect(to, { status: 303, headers: { 'Set-Cookie': await flashCookie.serialize({ text, undo }) } })
}

/** What is to be said on this page, and the header that makes it the last time. */
export async function readFlash(request: Request): Promise<{ flash: Said | null; headers: Record<string, string> }> {
  const said: unknown = await flashCookie.parse(request.headers.get('Cookie'))
  if (!isSaid(said)) return { flash: null, headers: {} }
  return { flash: said, headers: { 'Set-Cookie': await flashCookie.serialize('', { maxAge: 0 }) } }
}

/** A cookie is not ours until checked: words, and a path of this site. */
function isSaid(value: unknown): value is Said {
  if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string') return false
  const undo = 'undo' in value ? (value.undo as Said['undo']) : undefined
  return undo === undefined || (typeof undo.action === 'string' && /^\/(?![/\\])/.test(undo.action))
}
