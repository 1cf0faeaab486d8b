import { toPlainText } from '@react-email/render'
import { and, eq, inArray, lt, ne } from 'drizzle-orm'
import { renderToStaticMarkup } from 'react-dom/server'
import { settings } from '#app/settings/settings.server'
import type { Tx } from '#db/client'
import { messages } from '#db/schema/index'
import { Frame } from './frame'

type About = { kind: string; id: string }
export type Message = {
  /** Once per key, ever, unless it was taken back unsent: `kind:subject:recipient` makes a reminder idempotent. */
  key: string
  kind: string
  to: string
  subject: string
  paragraphs: string[]
  /** A path of the portal; it becomes absolute by the configured origin, never by the Host header. */
  link?: { label: string; path: string }
  about?: About
  /** Not before this instant of the program's clock: ten minutes ahead for a decision that can be undone. */
  notBeforeAt?: Date
}

/**
 * Puts a message into the outbox, in the transaction that causes it. False when its key has been posted before and was
 * not taken back.
 */
export async function post(tx: Tx, message: Message, now: Date): Promise<boolean> {
  const row = rowOf(message, now)
  const again = { set: { ...row, status: 'waiting' as const }, setWhere: eq(messages.status, 'withdrawn') }
  const posted = await tx
    .insert(messages)
    .values(row)
    .onConflictDoUpdate({ target: messages.key, ...again })
    .returning({ id: messages.id })
  return posted.length > 0
}

function rowOf({ link, about, ...message }: Message, now: Date) {
  const subject = oneLine(message.subject)
  const words = { subject, paragraphs: message.paragraphs, link: link && absolute(link), from: host() }
  const html = `<!doctype html>${renderToStaticMarkup(Frame(words))}`
  return {
    key: message.key,
    kind: message.kind,
    toAddress: address(message.to),
    subject,
    html,
    text: toPlainText(html),
    subjectKind: about?.kind,
    subjectId: about?.id,
    createdAt: now,
    notBeforeAt: message.notBeforeAt ?? now,
  }
}

/** Takes back what has not gone out yet about this subject: the step that posted it was undone. Returns their kinds. */
export async function withdrawMessages(tx: Tx, about: About, kinds?: string[]): Promise<string[]> {
  const taken = await tx
    .update(messages)
    .set({ status: 'withdrawn' })
    .where(
      and(
        eq(messages.status, 'waiting'),
        eq(messages.subjectKind, about.kind),
        eq(messages.subjectId, about.id),
        kinds && inArray(messages.kind, kinds),
      ),
    )
    .returning({ kind: messages.kind })
  return taken.map(({ kind }) => kind)
}

/** Whether anything about this subject has gone out, or is about to. */
export async function isToldOf(tx: Tx, { kind, id }: About): Promise<boolean> {
  const [message] = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.subjectKind, kind), eq(messages.subjectId, id), ne(messages.status, 'withdrawn')))
    .limit(1)
  return message !== undefined
}

/** Takes the words out of sent messages of this kind: their code or link must not outlive its use. */
export async function blankMessages(tx: Tx, kind: string, sentBefore: Date, words: string): Promise<void> {
  await tx
    .update(messages)
    .set({ text: words, html: `<p>${words}</p>` })
    .where(
      and(
        eq(messages.kind, kind),
        eq(messages.status, 'sent'),
        lt(messages.sentAt, sentBefore),
        ne(messages.text, words),
      ),
    )
}

/** Sends a message again that failed or may have gone out. False when it is in neither state. */
export async function resend(tx: Tx, messageId: string, now: Date): Promise<boolean> {
  const again = await tx
    .update(messages)
    .set({ status: 'waiting', notBeforeAt: now, attempts: 0, leaseUntil: null, error: null })
    .where(and(eq(messages.id, messageId), inArray(messages.status, ['failed', 'unsure'])))
    .returning({ id: messages.id })
  return again.length > 0
}

const host = () => new URL(settings.origin).host
const absolute = ({ label, path }: { label: string; path: string }) => ({ label, href: `${settings.origin}${path}` })

/** A header holds one line: a name with a line break in it must not begin a header of its own. */
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

function address(to: string): string {
  if (/[\s,;<>]/.test(to) || !to.includes('@')) throw new Error('A message goes to one plain e-mail address')
  return to
}
