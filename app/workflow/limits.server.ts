import type { Request, RequestHandler, Response } from 'express'

const MB = 1024 * 1024
const FILE_BYTES = 21 * MB
const FORM_BYTES = MB

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

/** Answers, then hangs up: the rest of the body is not worth receiving. */
function refuse(req: Request, res: Response, isMultipart: boolean): void {
  const sentence = isMultipart
    ? 'This file is too large. Choose one of at most 20 MB.'
    : 'This form is too large to be sent. Shorten what you typed and send it again.'
  req.pause()
  res.on('finish', () => setTimeout(() => req.destroy(), 500).unref())
  if (!res.headersSent) res.status(413).set('Connection', 'close').type('text').send(sentence)
}
