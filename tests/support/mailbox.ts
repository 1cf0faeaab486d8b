import { once } from 'node:events'
import type { Socket } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A real SMTP server: its address, what it has received, and how to break its conversations off or end it. */
export type Mailbox = { url: string; received: ParsedMail[]; hangUp: () => void; close: () => Promise<void> }
/** Asked with each message that has come in whole; the server says "accepted" only once it resolves. */
type Accept = (mail: ParsedMail) => Promise<unknown> | unknown

/** Opens one on a free port; `options` replace the server's own. */
export async function openMailbox(options: SMTPServerOptions = {}, accept: Accept = () => {}): Promise<Mailbox> {
  const received: ParsedMail[] = []
  const onData: SMTPServerOptions['onData'] = async (stream, _session, done) => {
    try {
      const mail = await simpleParser(stream)
      received.push(mail)
      await accept(mail)
      done()
    } catch (problem) {
      done(problem as Error)
    }
  }
  const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], onData, ...options })
  const sockets = new Set<Socket>()
  server.server.on('connection', (socket: Socket) => sockets.add(socket))
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as { port: number }
  const hangUp = () => sockets.forEach((socket) => void socket.destroy())
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return { url: `smtp://127.0.0.1:${port}`, received, hangUp, close }
}
