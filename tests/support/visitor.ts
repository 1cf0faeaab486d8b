import { createHash, randomBytes } from 'node:crypto'
import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { createCookie } from '@remix-run/node'
import { write } from '#db/client'
import { signIns } from '#db/schema/index'
import type { Portal } from './server'

export type Answer = { status: number; location?: string; cookie?: string; body: string }
type Sent = [name: string, value: string][] | Record<string, string>

/**
 * Somebody at a browser, over HTTP: the cookie of a sign-in, and a connection for each click, since one that is kept
 * may be closed by the server the moment it is used again.
 */
export type Visitor = {
  get: (path: string) => Promise<Answer>
  post: (path: string, form?: Sent) => Promise<Answer>
}

/** Opens the portal in a browser that is signed in with this cookie, or not at all. */
export function visitor({ url }: Pick<Portal, 'url'>, cookie?: string): Visitor {
  const agent = new Agent({ keepAlive: false })
  const headers = { 'sec-fetch-site': 'same-origin', ...(cookie && { cookie }) }
  return {
    get: (path) => ask(`${url}${path}`, { method: 'GET', headers, agent }),
    post: (path, form = {}) => {
      const type = { 'content-type': 'application/x-www-form-urlencoded' }
      return ask(
        `${url}${path}`,
        { method: 'POST', headers: { ...headers, ...type }, agent },
        `${new URLSearchParams(form)}`,
      )
    },
  }
}

type How = { method: string; headers: Record<string, string>; agent: Agent }

/** fetch would hide redirects' cookies and add headers of its own. */
function ask(url: string, how: How, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const req = request(url, how, (res) => {
      let text = ''
      res.setEncoding('utf8').on('data', (chunk) => (text += chunk))
      res.once('error', reject).once('end', () => resolve(answerOf(res.statusCode!, res.headers, text)))
    })
    req.once('error', reject)
    req.end(body)
  })
}

const answerOf = (status: number, headers: IncomingHttpHeaders, body: string): Answer => ({
  status,
  location: headers.location,
  cookie: headers['set-cookie']?.map((line) => line.split(';')[0]).find((pair) => pair.includes('sign-in')),
  body,
})

/** Signs in as a member of the cast by the button on the sign-in page; in production, which has none, by a row. */
export async function signedIn(portal: Pick<Portal, 'url' | 'database'>, member: { personId: string }) {
  const { personId } = member
  if (portal.database.includes('://')) return visitor(portal, await signInByRow(member))
  const { status, cookie, body } = await visitor(portal).post('/sign-in/as', { as: personId })
  if (!cookie) throw new Error(`Nobody was signed in: ${status} ${body}`)
  return visitor(portal, cookie)
}

/** The sentence of a refusal, as its page says it. */
export const saidOf = ({ body }: Answer) =>
  /<p class="lead">([^<]*)<\/p>/.exec(body)?.[1].replaceAll('&#x27;', "'").replaceAll('&amp;', '&')

/** Signs this person in by a row, as a code would on a portal in production; returns the cookie of its browser. */
export async function signInByRow({ personId }: { personId: string }): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const tokenHash = createHash('sha256').update(token).digest('hex')
  const now = new Date()
  await write((tx) => tx.insert(signIns).values({ tokenHash, personId, createdAt: now, seenAt: now }))
  return (await createCookie('__Host-sign-in').serialize(token)).split(';')[0]
}
