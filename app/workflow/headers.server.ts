import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { settings } from '#app/settings/settings.server'

const YEAR_SECONDS = 31_536_000
const PAGES = 'program(/.*)?|clerkships(/[^/]+)?|help|_root\\.data'
const FILES = 'assets/.*|__manifest|healthz|readyz|robots\\.txt|sitemap\\.xml|\\.well-known/.*'
const PUBLIC = new RegExp(`^/(${PAGES}|${FILES})?$`)

/** A fresh nonce for every answer, in `res.locals.nonce`. */
export const nonced: RequestHandler = (_req, res, next) => {
  res.locals.nonce = randomBytes(16).toString('base64')
  next()
}

const nonceSource = (_req: IncomingMessage, res: ServerResponse) =>
  `'nonce-${(res as ServerResponse & { locals: { nonce: string } }).locals.nonce}'`

/** The content security policy of the portal; Vite's dev server needs inline styles and its socket, in dev only. */
export const securityHeaders = (isDev: boolean) =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", nonceSource],
        styleSrc: isDev ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        imgSrc: ["'self'", 'blob:'],
        connectSrc: isDev ? ["'self'", 'ws:'] : ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: settings.origin.startsWith('https:') && { maxAge: YEAR_SECONDS, includeSubDomains: false },
  })

/** Whether anyone at all may see what stands at this path. */
export const isPublicPath = (path: string) => PUBLIC.test(path.replace(/(?<!_root)\.data$/, ''))

/**
 * Set as the head goes out, so that no page can forget it: what is not public is never stored nor indexed, and a
 * public page that a signed-in person reads, with their name in its header, is not stored either.
 */
export const storedNowhere: RequestHandler = (req, res, next) => {
  const isPublic = isPublicPath(req.path)
  const writeHead = res.writeHead
  res.writeHead = function (this: typeof res, ...head: unknown[]) {
    if (!isPublic) this.setHeader('X-Robots-Tag', 'noindex')
    if (!isPublic || req.headers.cookie) this.setHeader('Cache-Control', 'private, no-store')
    else if (!this.hasHeader('Cache-Control')) this.setHeader('Cache-Control', 'no-cache')
    return writeHead.apply(this, head as Parameters<typeof writeHead>)
  } as typeof writeHead
  res.vary('Cookie')
  next()
}
