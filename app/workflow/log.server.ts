import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import { pino } from 'pino'
import { pinoHttp } from 'pino-http'
import { settings } from '#app/settings/settings.server'

const TOKEN_HEADS = new Set(['s', 'e', 'c', 'packets', 'calendar', 'invitations', 'unsubscribe'])
const PLAIN = /^[\w.-]{1,40}$/

/** The path as the log may show it: no query string, no token, nothing that a person could have typed. */
export function loggedPath(url: string): string {
  const [path] = url.split(/[?#]/)
  const [head, ...rest] = path.split('/').slice(1)
  const shown = TOKEN_HEADS.has(head) && rest.length ? [head, ':token', ...rest.slice(1)] : [head, ...rest]
  return `/${shown.map((part) => (part === '' || part === ':token' || PLAIN.test(part) ? part : ':other')).join('/')}`
}

/** An error as the log may show it: where it happened and why, without the values a query was given. */
export function loggedError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error }
  const { name, message, stack = '', cause } = error
  return {
    type: name,
    message: message.split(/\n?params:/)[0],
    stack: stack.split('\n').filter((line) => /^\s+at /.test(line)),
    ...(cause ? { cause: loggedError(cause) } : {}),
  }
}

/** Remix reports its own 404s and 405s as errors; they are answers, not bugs. */
export function isAnswer(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'status' in error && Number(error.status) < 500
}

export const log = pino({ level: settings.logLevel, base: undefined, serializers: { err: loggedError } })

const line = (req: Request, res: Response, ms: number) => ({
  method: req.method,
  path: loggedPath(req.originalUrl),
  status: res.statusCode,
  ms,
})

/** One line a request: id, method, path, status, milliseconds. No address, no name, no query string, no token. */
export const logged = pinoHttp<Request, Response>({
  logger: log,
  wrapSerializers: false,
  quietReqLogger: true,
  quietResLogger: true,
  customAttributeKeys: { reqId: 'id' },
  genReqId(_req, res) {
    const id = randomUUID()
    res.setHeader('X-Request-Id', id)
    return id
  },
  customLogLevel: (_req, res) => (res.statusCode >= 500 ? 'error' : 'info'),
  customSuccessObject: (req, res, { responseTime }) => line(req, res, responseTime),
  customErrorObject: (req, res, _error, { responseTime }) => line(req, res, responseTime),
  customSuccessMessage: () => 'answered',
  customErrorMessage: () => 'failed',
})
