import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { id, instant, oneOf, word } from '../columns'

/** Mail that goes out: a row of the transaction that causes it, sent afterwards. Unsure = maybe sent. */
export const messages = sqliteTable(
  'messages',
  {
    id: id(),
    key: text().notNull(),
    kind: text().notNull(),
    status: word(['waiting', 'sending', 'sent', 'failed', 'unsure', 'withdrawn']).notNull().default('waiting'),
    toAddress: text().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    html: text().notNull(),
    subjectKind: text(),
    subjectId: text(),
    createdAt: instant().notNull(),
    notBeforeAt: instant().notNull(),
    leaseUntil: instant(),
    attempts: integer().notNull().default(0),
    sentAt: instant(),
    error: text(),
  },
  (t) => [
    uniqueIndex('a_message_is_posted_once_by_its_key').on(t.key),
    index('messages_by_status').on(t.status, t.notBeforeAt),
    index('messages_by_subject').on(t.subjectKind, t.subjectId),
    oneOf('messages_status', t.status),
  ],
)
