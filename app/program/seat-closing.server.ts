import { and, eq, gt, inArray } from 'drizzle-orm'
import { recordChange } from '#app/workflow/changes.server'
import { type Tx, together } from '#db/client'
import { blocks, clerkships, openings, services } from '#db/schema/index'
import type { Actor } from '#db/schema/people/actors'
import { gridId, KIND } from './seat-record.server'

/** The openings of these blocks that have seats, each with what the history names. */
export const seatedIn = (tx: Tx, blockIds: string[]) =>
  tx
    .select({ opening: openings, block: blocks.name, service: services.name, slug: clerkships.slug })
    .from(openings)
    .innerJoin(blocks, eq(blocks.id, openings.blockId))
    .innerJoin(services, eq(services.id, openings.serviceId))
    .innerJoin(clerkships, eq(clerkships.id, openings.clerkshipId))
    .where(and(inArray(openings.blockId, blockIds), gt(openings.seats, 0)))
type Seated = Awaited<ReturnType<typeof seatedIn>>

/** Takes every seat from these openings, told in the history of each clerkship's seats. */
export async function closeSeats(tx: Tx, me: Actor, yearId: string, seated: Seated, now: Date): Promise<void> {
  const ids = seated.map(({ opening }) => opening.id)
  const slugs = [...new Set(seated.map(({ slug }) => slug))]
  const closed = { seats: 0, minimum: 0, heldSeats: 0, heldUntilOn: null }
  await together([
    tx.update(openings).set(closed).where(inArray(openings.id, ids)),
    ...slugs.map((slug) => {
      const changes = seated.filter((it) => it.slug === slug).map(closedText)
      return recordChange(tx, me, { kind: KIND, id: gridId(yearId, slug), changes }, now)
    }),
  ])
}

const closedText = ({ opening, block, service }: Seated[number]) => ({
  ...{ name: `rows.${opening.blockId}.seats.${opening.serviceId}`, label: `Block ${block}, ${service}, seats` },
  ...{ from: String(opening.seats), to: '0' },
})
