import { and, asc, eq } from 'drizzle-orm'
import { instantText } from '#app/ui/time'
import { endOf } from '#app/workflow/day.server'
import { conflict } from '#app/workflow/refusal'
import { read, type Tx } from '#db/client'
import { blocks, type clerkships, windows } from '#db/schema/index'
import type { WishedBlock } from './choice'

type Course = Pick<typeof clerkships.$inferSelect, 'id' | 'name' | 'status'>
type Row = { block: typeof blocks.$inferSelect; opensAt: Date }

/** A block with the instants between which it may be wished: to the end of its apply-by day. */
export const wishedBlock = ({ block, opensAt }: Row): WishedBlock => ({
  id: block.id,
  name: block.name,
  firstOn: block.firstOn,
  lastOn: block.lastOn,
  opensAt,
  closesAt: endOf(block.applyByOn),
})

/** The blocks of a clerkship, in time's order. */
function windowsIn(from: Tx | typeof read, clerkshipId: string, yearId?: string) {
  return from
    .select({ block: blocks, opensAt: windows.opensAt })
    .from(windows)
    .innerJoin(blocks, eq(blocks.id, windows.blockId))
    .where(and(eq(windows.clerkshipId, clerkshipId), yearId ? eq(blocks.yearId, yearId) : undefined))
    .orderBy(asc(blocks.firstOn))
}

/** The same as a query for `readAll`. */
export const windowsOf = (clerkshipId: string, yearId: string) => windowsIn(read, clerkshipId, yearId)

/** The academic year whose dates are open now: the asked one, else the first. Throws 409 when none is. */
export async function openYear(tx: Tx, clerkship: Course, now: Date, asked?: string): Promise<string> {
  const rows = await windowsIn(tx, clerkship.id, asked)
  const open = rows.find((row) => row.opensAt <= now && now <= endOf(row.block.applyByOn))
  if (open && clerkship.status === 'open') return open.block.yearId
  const next = rows.find((row) => row.opensAt > now)
  const when = next && clerkship.status !== 'closed' ? ` It opens ${instantText(next.opensAt)}.` : ''
  throw conflict(`The ${clerkship.name} is not open for applications now.${when}`)
}
