import autocannon from 'autocannon'

export type Load = { perSecond: number; p50: number; p99: number }

const CONNECTIONS = 16
/** Answers that a measurement has at the least, however slow the page or busy the machine. */
const LEAST = 4 * CONNECTIONS

/**
 * Asks for a page over and over on 16 connections, as often as it answers in so many seconds; requests a second, and
 * milliseconds at the median and at 99 %. Throws when a request fails or is never answered.
 */
export async function load(url: string, cookie: string | undefined, seconds: number): Promise<Load> {
  const { perSecond } = await ask(url, cookie, CONNECTIONS)
  return ask(url, cookie, Math.max(LEAST, Math.round(perSecond * seconds)))
}

async function ask(url: string, cookie: string | undefined, amount: number): Promise<Load> {
  const headers = { 'sec-fetch-site': 'same-origin', ...(cookie && { cookie }) }
  const result = await autocannon({ url, headers, connections: CONNECTIONS, amount, timeout: 60 })
  if (result.errors + result.timeouts > 0)
    throw new Error(`${url}: ${result.errors} errors, ${result.timeouts} timeouts`)
  const lasted = (result.finish.getTime() - result.start.getTime()) / 1000
  return { perSecond: result.requests.total / lasted, p50: result.latency.p50, p99: result.latency.p99 }
}
