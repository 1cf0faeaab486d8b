import { listText } from '#app/ui/list-text'
import { placedInBlocks, wishesForBlocks } from '#db/claims'
import { type Tx, together } from '#db/client'
import { livePlacement } from '#db/views'
import type { Calendar, Flaw } from './calendar'
import type { Block } from './opening'

type Placed = Awaited<ReturnType<typeof placedInBlocks>>[number]
type Wished = Awaited<ReturnType<typeof wishesForBlocks>>[number]
export type BlockUses = { placed: Placed[]; wished: Wished[] }

const sent = ['submitted', 'returned', 'eligible', 'waitlisted']
/** Whether a wish still counts in an application that has been sent. */
export const isCounted = ({ hasEnded, status }: Pick<Wished, 'hasEnded' | 'status'>) =>
  !hasEnded && sent.includes(status)
const isLive = ({ status }: Placed) => (livePlacement as readonly string[]).includes(status)

/** Who holds a place in a block, and who wishes for it in an application that has been sent. */
export const touchedBy = ({ placed, wished }: BlockUses, blockId: string) => ({
  placed: placed.filter((it) => it.blockId === blockId && isLive(it)).map(({ familyName }) => familyName),
  wished: unique(wished.filter((it) => it.blockId === blockId && isCounted(it)).map((it) => it.familyName)),
})

const unique = (names: string[]) => [...new Set(names)]

/** What stands on these blocks. */
export async function usesOf(from: Pick<Tx, 'select'>, blockIds: string[]): Promise<BlockUses> {
  if (blockIds.length === 0) return { placed: [], wished: [] }
  const [placed, wished] = await together([placedInBlocks(from, blockIds), wishesForBlocks(from, blockIds)])
  return { placed, wished }
}

/** What a change of the calendar would break for people: a moved, removed or narrowed block that holds them. */
export async function brokenBy(tx: Tx, before: Calendar, after: Calendar): Promise<Flaw[]> {
  const pairs = before.blocks.map((was) => ({ was, is: after.blocks.find(({ id }) => id === was.id) }))
  const changed = pairs.filter(({ was, is }) => !is || isMoved(was, is) || isNarrower(was, is))
  const uses = await usesOf(
    tx,
    changed.map(({ was }) => was.id),
  )
  return changed.flatMap(({ was, is }) => {
    if (!is) return removed(was, uses)
    return [...(isMoved(was, is) ? moved(was, uses) : []), ...(isNarrower(was, is) ? narrowed(is, uses) : [])]
  })
}

const isMoved = (was: Block, is: Block) => was.firstOn !== is.firstOn || was.lastOn !== is.lastOn
const isNarrower = (was: Block, is: Block) => is.mostStudents !== null && is.mostStudents < (was.mostStudents ?? 1000)

function removed({ id, name }: Block, { placed, wished }: BlockUses): Flaw[] {
  const places = placed.filter(({ blockId }) => blockId === id)
  const wishes = wished.filter(({ blockId }) => blockId === id)
  const names = unique([...places, ...wishes].map(({ familyName }) => familyName))
  if (names.length === 0) return []
  const [one, more] = places.length > 0 ? ['has or had a place in', 'have or had a place in'] : ['ranks', 'rank']
  return [
    { blockId: id, field: 'name', say: `${someText(names)} ${verb(names, one, more)} block ${name}, so it stays` },
  ]
}

function moved({ id, name }: Block, uses: BlockUses): Flaw[] {
  const { placed, wished } = touchedBy(uses, id)
  const flaw = (say: string): Flaw[] => [{ blockId: id, field: 'firstOn', say }]
  if (placed.length > 0)
    return flaw(`${someText(placed)} ${verb(placed, 'holds', 'hold')} a place in block ${name}, so its dates stay`)
  return wished.length > 0 ? flaw(`${someText(wished)} sent a wish for block ${name}, so its dates stay`) : []
}

const verb = (names: string[], one: string, more: string) => (names.length === 1 ? one : more)

function narrowed({ id, mostStudents }: Block, { placed }: BlockUses): Flaw[] {
  const held = placed.filter((it) => it.blockId === id && isLive(it) && !it.isOverbooked)
  if (held.length <= (mostStudents ?? held.length)) return []
  const names = held.map(({ familyName }) => familyName)
  const say = `${someText(names)} ${verb(names, 'is', 'are')} placed here: leave room for ${held.length}`
  return [{ blockId: id, field: 'mostStudents', say }]
}

const MOST_NAMED = 4
/** "Lee", "Lee and Weiss", "5 students (Chen, Diallo, Lee, Weiss and 1 more)". */
export function someText(names: string[]): string {
  if (names.length <= 2) return listText(names)
  const rest = names.length - MOST_NAMED
  const named = names.slice(0, MOST_NAMED)
  return `${names.length} students (${rest > 0 ? `${named.join(', ')} and ${rest} more` : listText(named)})`
}
