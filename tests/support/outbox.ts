import { gte } from 'drizzle-orm'
import { read } from '#db/client'
import { messages } from '#db/schema/index'
import { demoStartsAt } from '#db/seed/index'

/** The messages of a kind that were posted since the demo started. */
export const postedNow = async (kind: string) =>
  (await read.select().from(messages).where(gte(messages.createdAt, demoStartsAt))).filter((it) => it.kind === kind)
