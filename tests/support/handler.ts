import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { isRouteErrorResponse } from '@remix-run/react'
import type { Person } from '#db/schema/people/actors'
import '#app/follows.server'

const { href } = new URL('../../build/server/index.js', import.meta.url)
const build = (await import(/* @vite-ignore */ href)) as ServerBuild
const handle = createRequestHandler(build, 'production')

/** What the browser loads for each route. */
export const manifest = build.assets

/** Every URL of the portal as its route table says it, `/applications/:applicationId`. */
export const urls: string[] = Object.values(build.routes)
  .filter((route) => (route?.path && route.path !== '*') || route?.index)
  .map((route) => `/${route?.path ?? ''}`)
  .sort()

export type Asked = { status: number; location: string | null; body: string; errors: unknown[]; disclosed: string[] }

/**
 * Asks the built portal as this person (null: nobody), in this process; what reached the error log comes along, and
 * whose records staff were noted to have seen.
 */
export async function ask(me: Person | null, path: string, init: RequestInit = {}): Promise<Asked> {
  const errors: unknown[] = []
  const disclosed: string[] = []
  const context = {
    nonce: 'nonce',
    requestId: 'asked',
    address: '127.0.0.1',
    path,
    report: (error: unknown) => void (isRouteErrorResponse(error) || errors.push(error)),
    person: async () => me,
    signInId: async () => null,
    comeBack: async () => path,
    disclose: (studentId: string) => void disclosed.push(studentId),
  }
  const request = new Request(`http://localhost${path}`, init)
  const response = await handle(request, context as never)
  return {
    status: response.status,
    location: response.headers.get('Location'),
    body: await response.text(),
    errors,
    disclosed,
  }
}
