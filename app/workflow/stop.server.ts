import type { Server } from 'node:http'

const PATIENCE_MS = 10_000

/** On SIGTERM or SIGINT: takes no new request, finishes those in flight, then closes the rest, last the database. */
export function stopsGracefully(server: Server, closing: (() => Promise<unknown> | unknown)[]): void {
  let isStopping = false
  const stop = async () => {
    if (isStopping) process.exit(1)
    isStopping = true
    await drained(server)
    for (const close of closing) await close()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

function drained(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    const patience = setTimeout(() => server.closeAllConnections(), PATIENCE_MS)
    server.close(() => {
      clearInterval(idle)
      clearTimeout(patience)
      resolve()
    })
  })
}
