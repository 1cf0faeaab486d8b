import { placedInBlocks, wishesForBlocks } from '#db/claims'
import type { Tx } from '#db/client'
import { livePlacement } from '#db/views'
import { someText } from './calendar-uses.server'
import type { SeatsNow } from './seat-changes.server'
import type { OpeningRow, SeatLines } from './seat-grid'

export type SeatUses = {
  placed: Awaited<ReturnType<typeof placedInBlocks>>
  wished: Awaited<ReturnType<typeof wishesForBlocks>>
}

/** Who has or had a place in these openings, and who wishes for one. */
export async function usesIn(tx: Tx, { blocks }: Pick<SeatsNow, 'blocks'>): Promise<SeatUses> {
  const ids = blocks.map(({ id }) => id)
  return { placed: await placedInBlocks(tx, ids), wished: await wishesForBlocks(tx, ids) }
}

/** Whether an opening must stay, if with no seat, since a place or a wish names it; `isLast` in its block. */
export const isUsed = (it: OpeningRow, { placed, wished }: SeatUses, isLast: boolean) =>
  placed.some(({ openingId }) => openingId === it.id) ||
  wished.some(
    ({ blockId, clerkshipId, serviceId }) =>
      blockId === it.blockId &&
      clerkshipId === it.clerkshipId &&
      (serviceId === null ? isLast : serviceId === it.serviceId),
  )

/** A sentence under each cell that cannot be so: fewer seats than are taken, more held than there are. */
export function flawsOf({ blocks, services, own }: SeatsNow, after: SeatLines, { placed }: SeatUses) {
  const fields: Record<string, string> = {}
  for (const block of blocks) {
    const { seats, held } = after[block.id]
    for (const { id, name } of services) {
      const opening = own.find((row) => row.blockId === block.id && row.serviceId === id)
      const names = placed.filter((it) => it.openingId === opening?.id && isSeated(it)).map((it) => it.familyName)
      const here = `on ${name} in block\u00a0${block.name}`
      if (seats[id] < names.length) fields[`rows.${block.id}.seats.${id}`] = takenText(names, here)
      if (held[id] > seats[id]) fields[`rows.${block.id}.held.${id}`] = `Hold no more seats ${here} than there are`
    }
  }
  return fields
}

const isSeated = ({ status, isOverbooked }: SeatUses['placed'][number]) =>
  !isOverbooked && (livePlacement as readonly string[]).includes(status)

function takenText(names: string[], here: string): string {
  const n = names.length
  const [have, seats, them] = n === 1 ? ['has a place', '1 seat', 'them'] : ['have places', `${n} seats`, 'some']
  return `${someText(names)} ${have} ${here}: leave ${seats}, or move ${them} on the board first`
}
