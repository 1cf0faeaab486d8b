import { and, asc, eq, lt, lte, sql } from 'drizzle-orm'
import nodemailer, { type Transporter } from 'nodemailer'
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
    await settle(message, isPrinted ? print(message) : await deliver(message, smtpUrl, now))
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

function print({ toAddress, subject, html }: Row): Outcome {
  const link = /href="([^"]+)"/.exec(html)?.[1].replaceAll('&amp;', '&')
  console.log(`Message to ${toAddress}: ${subject}${link ? ` → ${link}` : ''}`)
  return { status: 'sent', sentAt: new Date() }
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
  try {
    await transport(smtpUrl).sendMail(mail)
    return { status: 'sent', sentAt: new Date() }
  } catch (error) {
    return refused(message, error as SmtpError, now)
  }
}

type SmtpError = Error & { responseCode?: number; command?: string; code?: string }

/** What to do after SMTP said no (RFC 5321: 4xx may be tried again, 5xx not), or said nothing at all. */
function refused({ attempts }: Row, { responseCode, command, code, message: error }: SmtpError, now: Date): Outcome {
  const isUnheard = responseCode === undefined && (command === 'CONN' || command === 'API' || code === 'EDNS')
  const isTemporary = isUnheard || command?.startsWith('AUTH') || (responseCode !== undefined && responseCode < 500)
  if (responseCode === undefined && !isUnheard) return { status: 'unsure', error }
  if (!isTemporary || attempts >= MOST_ATTEMPTS) return { status: 'failed', error }
  const notBeforeAt = new Date(now.getTime() + 2 ** attempts * MINUTE_MS)
  return { status: 'waiting', error, notBeforeAt }
}

const transports = new Map<string, Transporter>()

function transport(url: string): Transporter {
  const options = { url, connectionTimeout: 10_000, socketTimeout: 30_000 }
  const made = transports.get(url) ?? nodemailer.createTransport(options)
  transports.set(url, made)
  return made
}
