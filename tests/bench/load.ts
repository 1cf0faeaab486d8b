import autocannon from 'autocannon'

export type Load = { perSecond: number; p50: number; p99: number }

const CONNECTIONS = 16

/**
 * Asks for a page over and over on 16 connections for so many seconds; requests a second, and milliseconds at the
 * median and at 99 %. Throws when a request fails or is never answered.
 */
export async function load(url: string, cookie: string | undefined, seconds: number): Promise<Load> {
  const headers = { 'sec-fetch-site': 'same-origin', ...(cookie && { cookie }) }
  const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: seconds, timeout: 60 })
  if (result.errors + result.timeouts > 0)
    throw new Error(`${url}: ${result.errors} errors, ${result.timeouts} timeouts`)
  return { perSecond: result.requests.total / result.duration, p50: result.latency.p50, p99: result.latency.p99 }
}
