import { and, asc, eq, lt, lte, sql } from 'drizzle-orm'
import nodemailer from 'nodemailer'
import { settings } from '#app/settings/settings.server'
import { read, write } from '#db/client'
import { messages } from '#db/schema/index'

type Row = typeof messages.$inferSelect
type Outcome = Partial<Pick<Row, 'status' | 'sentAt' | 'error' | 'notBeforeAt'>>
type Sending = { now: Date; isDemo: boolean; smtpUrl?: string }

const LEASE_MS = 120_000
const MOST_ATTEMPTS = 8
const MINUTE_MS = 60_000
const machineMs = sql<number>`cast(unixepoch('subsec') * 1000 as integer)`
const due = (now: Date) => and(eq(messages.status, 'waiting'), lte(messages.notBeforeAt, now))
const abandoned = and(eq(messages.status, 'sending'), lt(messages.leaseUntil, machineMs))

/** Whether `sendDue` would find anything to do. */
export async function isMailDue(now: Date): Promise<boolean> {
  const [row] = await read
    .select({ id: messages.id })
    .from(messages)
    .where(sql`${due(now)} or ${abandoned}`)
    .limit(1)
  return row !== undefined
}

/**
 * Sends what is due, each message claimed before SMTP hears of it. What a killed process left between SMTP and its
 * row becomes "maybe sent" and is never sent again by itself. A demo prints instead of sending. Returns how many went.
 */
export async function sendDue({ now, isDemo, smtpUrl = settings.smtpUrl }: Sending): Promise<number> {
  const unsure = { status: 'unsure', error: 'The portal stopped while this was being sent.' } as const
  await write((tx) => tx.update(messages).set(unsure).where(abandoned))
  const isPrinted = isDemo || !smtpUrl
  for (let sent = 0; ; sent++) {
    const message = await claim(now)
    if (!message) return sent
    await settle(message, isPrinted ? print(message, now) : await deliver(message, smtpUrl, now))
  }
}

function claim(now: Date): Promise<Row | undefined> {
  return write(async (tx) => {
    const next = tx
      .select({ id: messages.id })
      .from(messages)
      .where(due(now))
      .orderBy(asc(messages.notBeforeAt))
      .limit(1)
    const leaseUntil = sql`${machineMs} + ${LEASE_MS}`
    const [message] = await tx
      .update(messages)
      .set({ status: 'sending', leaseUntil, attempts: sql`${messages.attempts} + 1` })
      .where(and(eq(messages.status, 'waiting'), sql`${messages.id} = ${next}`))
      .returning()
    return message
  })
}

function settle({ id, attempts }: Row, outcome: Outcome): Promise<unknown> {
  const mine = and(eq(messages.id, id), eq(messages.status, 'sending'), eq(messages.attempts, attempts))
  return write((tx) =>
    tx
      .update(messages)
      .set({ leaseUntil: null, error: null, ...outcome })
      .where(mine),
  )
}

function print({ toAddress, subject, html }: Row, now: Date): Outcome {
  const link = /href="([^"]+)"/.exec(html)?.[1].replaceAll('&amp;', '&')
  console.log(`Message to ${toAddress}: ${subject}${link ? ` → ${link}` : ''}`)
  return { status: 'sent', sentAt: now }
}

async function deliver(message: Row, smtpUrl: string, now: Date): Promise<Outcome> {
  const mail = {
    from: settings.mailFrom,
    to: message.toAddress,
    subject: message.subject,
    text: message.text,
    html: message.html,
    messageId: `<${message.id}@${new URL(settings.origin).hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  }
  const talk = conversation(smtpUrl)
  try {
    await talk.transport.sendMail(mail)
    return { status: 'sent', sentAt: now }
  } catch (error) {
    return refused(message, error as SmtpError, talk.isTextBegun(), now)
  } finally {
    talk.transport.close()
  }
}

/** One message's conversation with the server, and whether it asked for the text (354): before, nothing went out. */
function conversation(url: string) {
  let isTextBegun = false
  const quiet = () => {}
  const debug = (_of: unknown, line: unknown) => {
    if (/^354|bytes encoded/.test(String(line))) isTextBegun = true
  }
  const logger = { level: quiet, trace: quiet, debug, info: quiet, warn: quiet, error: quiet, fatal: quiet }
  const options = { url, connectionTimeout: 10_000, socketTimeout: 30_000, transactionLog: true, logger }
  return { transport: nodemailer.createTransport(options), isTextBegun: () => isTextBegun }
}

type SmtpError = Error & { responseCode?: number; command?: string }

/** What to do after SMTP said no (RFC 5321: 4xx may be tried again, 5xx not) or broke off, before the text or after. */
function refused({ attempts }: Row, problem: SmtpError, isTextBegun: boolean, now: Date): Outcome {
  const { responseCode, command, message: error } = problem
  if (responseCode === undefined && isTextBegun) return { status: 'unsure', error }
  const isOurs = responseCode === undefined || command?.startsWith('AUTH')
  const isTemporary = isOurs || responseCode < 500
  if (!isTemporary || attempts >= MOST_ATTEMPTS) return { status: 'failed', error }
  return { status: 'waiting', error, notBeforeAt: new Date(now.getTime() + 2 ** attempts * MINUTE_MS) }
}
