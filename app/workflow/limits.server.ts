import type { Request, RequestHandler, Response } from 'express'

const MB = 1024 * 1024
const FILE_BYTES = 21 * MB
const FORM_BYTES = MB
const PATIENCE_MS = 20_000

/** 413 for a body beyond the limit: at once when it says so, else as soon as that much has come in. */
export const bodyLimited: RequestHandler = (req, res, next) => {
  const isMultipart = req.is('multipart/form-data') === 'multipart/form-data'
  const most = isMultipart ? FILE_BYTES : FORM_BYTES
  if (Number(req.get('Content-Length') ?? 0) > most) return refuse(req, res, isMultipart)
  count(req, most, () => refuse(req, res, isMultipart))
  next()
}

/** Watches the bytes go by without starting the flow: whoever reads the body does that. */
function count(req: Request, most: number, stop: () => void): void {
  let seen = 0
  const watch = (chunk: Buffer) => {
    seen += chunk.length
    if (seen <= most) return
    req.off('data', watch)
    stop()
  }
  req.pause()
  req.on('data', watch)
}

/**
 * Answers at once, tells whoever reads the body that it is broken, so that nothing is done with half of it, and
 * throws away what still comes in: a browser reads the answer only once it has sent its form.
 */
function refuse(req: Request, res: Response, isMultipart: boolean): void {
  const sentence = isMultipart
    ? 'This file is too large. Choose one of at most 20 MB.'
    : 'This form is too large to be sent. Shorten what you typed and send it again.'
  if (!res.headersSent) res.status(413).type('text').send(sentence)
  if (req.listenerCount('error') > 0) req.emit('error', Object.assign(new Error('Body too large'), { status: 413 }))
  const patience = setTimeout(() => req.destroy(), PATIENCE_MS)
  req.once('close', () => clearTimeout(patience))
  req.resume()
}
