import { desc, eq } from 'drizzle-orm'
import { read } from '#db/client'
import { messages } from '#db/schema/index'

const HREF = /href="([^"]+)"/g

/** The newest messages with the links they carry, for the demo and tests, where nothing is really sent. */
export async function listOutbox(to?: string) {
  const rows = await read
    .select()
    .from(messages)
    .where(to ? eq(messages.toAddress, to) : undefined)
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(50)
  return rows.map(({ html, text, ...row }) => ({
    ...row,
    paragraphs: text.split(/\n{2,}/),
    links: [...html.matchAll(HREF)].map(([, href]) => href.replaceAll('&amp;', '&')),
  }))
}
