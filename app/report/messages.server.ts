import { and, count, desc, eq, inArray, like, or, type SQL } from 'drizzle-orm'
import { resend } from '#app/mail/messages.server'
import { programNow } from '#app/workflow/clock.server'
import { record } from '#app/workflow/events.server'
import { insist } from '#app/workflow/permissions'
import { conflict } from '#app/workflow/refusal'
import { read, readAll, write } from '#db/client'
import { messages } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { isMessageTab, type MessageTab, messageTabs, tabOf } from './message'

const PAGE = 25
export type Wanted = { tab: MessageTab | null; q: string; page: number }

/** What the URL asks for; unknown values are ignored. */
export function wantedMessages(url: URL): Wanted {
  const tab = url.searchParams.get('status')
  const page = Math.max(1, Math.floor(Number(url.searchParams.get('page'))) || 1)
  return { tab: isMessageTab(tab) ? tab : null, q: (url.searchParams.get('q') ?? '').trim(), page }
}

/** Never the text: it holds links and codes that are somebody else's. */
const fields = {
  id: messages.id,
  kind: messages.kind,
  status: messages.status,
  to: messages.toAddress,
  subject: messages.subject,
  createdAt: messages.createdAt,
  notBeforeAt: messages.notBeforeAt,
  sentAt: messages.sentAt,
  attempts: messages.attempts,
  error: messages.error,
}

function wantedWhere({ tab, q }: Wanted): SQL | undefined {
  const word = `%${q.replace(/[%_]/g, '')}%`
  return and(
    tab ? inArray(messages.status, [...messageTabs[tab].holds]) : undefined,
    q ? or(like(messages.toAddress, word), like(messages.subject, word)) : undefined,
  )
}

/** One page of the outbox, the newest first, with how many stand in each state; one round trip. */
export async function listMessages(me: Person, wanted: Wanted) {
  insist(me, 'message.read')
  const where = wantedWhere(wanted)
  const [rows, [{ total }], states] = await readAll(
    read
      .select(fields)
      .from(messages)
      .where(where)
      .orderBy(desc(messages.createdAt), desc(messages.id))
      .limit(PAGE)
      .offset((wanted.page - 1) * PAGE),
    read.select({ total: count() }).from(messages).where(where),
    read.select({ status: messages.status, n: count() }).from(messages).groupBy(messages.status),
  )
  const counts: Record<MessageTab, number> = { trouble: 0, waiting: 0, sent: 0, withdrawn: 0 }
  for (const { status, n } of states) counts[tabOf(status)] += n
  return { rows, total, pages: Math.max(1, Math.ceil(total / PAGE)), counts }
}
export type Message = Awaited<ReturnType<typeof listMessages>>['rows'][number]

/** Sends a message again that failed or may have gone out. Returns to whom; 409 when it is in neither state. */
export function sendAgain(me: Person, messageId: string, now: Date = programNow()): Promise<string> {
  insist(me, 'message.resend')
  return write(async (tx) => {
    if (!(await resend(tx, messageId, now))) throw conflict('This message has gone out, or is on its way already.')
    await record(tx, me, { subjectKind: 'message', subjectId: messageId, step: 'resend', to: 'waiting' }, now)
    const [{ to }] = await tx.select({ to: messages.toAddress }).from(messages).where(eq(messages.id, messageId))
    return to
  })
}
