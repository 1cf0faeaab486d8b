import type { Request, Response } from 'express'
import { keepRefusedForm } from '#app/workflow/drafts.server'
import type { Edge } from '#app/workflow/edge.server'
import { findSignIn, type SignIn, stampSeen } from './sign-ins.server'

type Arrival = Pick<Edge, 'person' | 'signInId' | 'comeBack'>

/** Who comes with this request: looked up once, on first use; the idle stamp follows after the answer. */
export function arriving(req: Request, res: Response, path: string, report: Edge['report']): Arrival {
  const form = typedForm(req)
  let found: Promise<SignIn | null> | undefined
  const signIn = () => {
    found ??= findSignIn(req.headers.cookie).then((signIn) => stampAfter(res, signIn, report))
    return found
  }
  const open = async () => {
    const here = await signIn()
    return here?.isOpen ? here : null
  }
  return {
    person: async () => (await open())?.me ?? null,
    signInId: async () => (await open())?.id ?? null,
    comeBack: async () => comeBack(path, await signIn(), await form?.()),
  }
}

function stampAfter(res: Response, signIn: SignIn | null, report: Edge['report']): SignIn | null {
  if (signIn?.isOpen) res.once('finish', () => stampSeen(signIn).catch(report))
  return signIn
}

/**
 * The path that leads back here after signing in. A form sent when the sign-in had run out is kept first, for the
 * person whose sign-in it was; one ended by hand keeps nothing, since whoever holds its cookie may be somebody else.
 */
async function comeBack(path: string, signIn: SignIn | null, form?: URLSearchParams): Promise<string> {
  if (!form || !signIn || signIn.isEnded || signIn.isOpen) return path
  return keepRefusedForm(signIn.me, path, [...form])
}

/** Collects what is typed in this form while it goes by; asking for it reads on to its end. */
function typedForm(req: Request): (() => Promise<URLSearchParams>) | undefined {
  if (req.method !== 'POST' || !req.headers.cookie || !req.is('application/x-www-form-urlencoded')) return undefined
  const chunks: Buffer[] = []
  let isWanted = false
  req.pause()
  req.on('data', (chunk: Buffer) => {
    chunks.push(chunk)
    if (isWanted) req.resume()
  })
  return async () => {
    isWanted = true
    if (!req.readableEnded) {
      const ended = new Promise((resolve, reject) =>
        req.once('end', resolve).once('close', resolve).once('error', reject),
      )
      req.resume()
      await ended
    }
    return new URLSearchParams(Buffer.concat(chunks).toString())
  }
}
