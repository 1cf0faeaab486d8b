/** The refusals, each a Response with a sentence a student can read; all else is a bug. */
const refuse = (status: number) => (sentence: string) =>
  new Response(sentence, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })

const missing = refuse(404)

/** 404: not there, or not yours; the two are never told apart. */
export const notFound = (sentence = 'Page not found') => missing(sentence)
/** 403: you may see this, but not take this step. */
export const forbidden = refuse(403)
/** 409: someone or something got there first. */
export const conflict = refuse(409)

/** 429: too often; says in the header after how many seconds to try again. */
export function tooMany(sentence: string, seconds: number): Response {
  const refusal = refuse(429)(sentence)
  refusal.headers.set('Retry-After', String(Math.ceil(seconds)))
  return refusal
}
