import type { RequestHandler } from 'express'
import { settings } from '#app/settings/settings.server'

const METHODS = ['GET', 'HEAD', 'POST']
const REFUSAL =
  'This form was sent from outside the portal, so nothing was changed. Open the page in the portal and send it again.'

/** 405 beyond GET, HEAD and POST: a Remix action would take PUT, PATCH and DELETE too. */
export const onlyKnownMethods: RequestHandler = (req, res, next) => {
  if (METHODS.includes(req.method)) return next()
  res.status(405).set('Allow', METHODS.join(', ')).type('text').send('This page can be read or sent, nothing else.')
}

/** 403 for a POST that another site made the browser send (OWASP CSRF: Fetch Metadata, then Origin). */
export const sameSiteOnly: RequestHandler = (req, res, next) => {
  if (req.method !== 'POST') return next()
  const site = req.get('Sec-Fetch-Site')
  if (site === undefined ? isOurs(req.get('Origin'), req.get('Host')) : site === 'same-origin') return next()
  res.status(403).type('text').send(REFUSAL)
}

function isOurs(origin: string | undefined, host: string | undefined): boolean {
  if (!origin) return false
  return origin === settings.origin || (!settings.isOriginFixed && origin === `http://${host}`)
}

/** Remix builds its URLs and its own cross-site check from Host: with a configured origin, only that one counts. */
export const canonicalHost: RequestHandler = (req, _res, next) => {
  delete req.headers['x-forwarded-host']
  if (settings.isOriginFixed) req.headers.host = new URL(settings.origin).host
  next()
}
