import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { isRouteErrorResponse } from '@remix-run/react'
import type { Person } from '#db/schema/people/actors'
import '#app/follows.server'
import type { Said } from '#app/ui/flash'
import { readFlash } from '#app/ui/flash.server'

const { href } = new URL('../../build/server/index.js', import.meta.url)
export const built = (await import(/* @vite-ignore */ href)) as ServerBuild
const handle = createRequestHandler(built, 'production')

/** What the browser loads for each route. */
export const manifest = built.assets

/** Every URL of the portal as its route table says it, `/applications/:applicationId`. */
export const urls: string[] = Object.values(built.routes)
  .filter((route) => (route?.path && route.path !== '*') || route?.index)
  .map((route) => `/${route?.path ?? ''}`)
  .sort()

export type Asked = {
  status: number
  location: string | null
  /** What the page that it redirects to says once. */
  said: Said | null
  body: string
  errors: unknown[]
  disclosed: string[]
}

/**
 * Asks the built portal as this person (null: nobody), in this process; what reached the error log comes along, and
 * whose records staff were noted to have seen.
 */
export async function ask(me: Person | null, path: string, init: RequestInit = {}): Promise<Asked> {
  const seen: Seen = { errors: [], disclosed: [] }
  const request = new Request(`http://localhost${path}`, init)
  const response = await handle(request, contextOf(me, path, seen) as never)
  return {
    status: response.status,
    location: response.headers.get('Location'),
    said: await saidIn(response),
    body: await response.text(),
    ...seen,
  }
}

async function saidIn({ headers }: Response): Promise<Said | null> {
  const cookie = new Headers({ Cookie: headers.get('Set-Cookie') ?? '' })
  return (await readFlash(new Request('http://localhost', { headers: cookie }))).flash
}

type Seen = Pick<Asked, 'errors' | 'disclosed'>

/** What the edge hands to a page that this person asks for; what the page tells it is noted in `seen`. */
export const contextOf = (me: Person | null, path: string, seen: Seen) => ({
  ...{ nonce: 'nonce', requestId: 'asked', address: '127.0.0.1', path },
  report: (error: unknown) => void (isRouteErrorResponse(error) || seen.errors.push(error)),
  person: async () => me,
  signInId: async () => null,
  comeBack: async () => path,
  disclose: (studentId: string) => void seen.disclosed.push(studentId),
})
