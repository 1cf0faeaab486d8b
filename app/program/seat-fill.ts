import { blocksText, seatsText } from './opening'
import type { SeatLine, SeatLines } from './seat-grid'

type Block = { id: string; name: string }
type Service = { id: string; name: string }
type Shape = { blocks: Block[]; services: Service[]; lines: SeatLines }
/** One number of seats for each block from one to another but some, on one service or, with `EVERY`, on each. */
export type SeatFill = { service: string; seats: number; from: string; to: string; except: string[] }

/** Stands for all services where one is chosen. */
export const EVERY = 'every'

const isIn = ({ service }: SeatFill, { id }: Service) => service === EVERY || service === id

/** The blocks from one to another, both included; none where the range ends before it begins. */
function rangeIn(blocks: Block[], { from, to }: SeatFill): Block[] {
  const [first, last] = [from, to].map((id) => blocks.findIndex((block) => block.id === id))
  return blocks.slice(first, last + 1)
}

const blocksIn = (blocks: Block[], fill: SeatFill) =>
  rangeIn(blocks, fill).filter(({ id }) => !fill.except.includes(id))

/** The cells that a range is filled into. */
export const cellsOf = ({ blocks, services }: Omit<Shape, 'lines'>, fill: SeatFill) =>
  blocksIn(blocks, fill).flatMap((block) =>
    services.filter((it) => isIn(fill, it)).map((service) => ({ block, service })),
  )

/** Those of them that have another number of seats now. */
export const changedCells = (shape: Shape, fill: SeatFill) =>
  cellsOf(shape, fill).filter(({ block, service }) => shape.lines[block.id].seats[service.id] !== fill.seats)

/** What was typed into the grid, with the range filled in over it. */
export function filledOver(shape: Shape, typed: SeatLines, fill: SeatFill): SeatLines {
  const seats = Object.fromEntries(shape.services.filter((it) => isIn(fill, it)).map(({ id }) => [id, fill.seats]))
  const line = (id: string): SeatLine => typed[id] ?? shape.lines[id]
  const filled = blocksIn(shape.blocks, fill).map(({ id }) => {
    return [id, { ...line(id), seats: { ...line(id).seats, ...seats } }] as const
  })
  return { ...typed, ...Object.fromEntries(filled) }
}

/** A sentence under what cannot be filled in so: no such choice, an end before the beginning, nothing left to fill. */
export function flawsOfFill({ blocks, services }: Shape, fill: SeatFill): Record<string, string> {
  const [first, last] = [fill.from, fill.to].map((id) => blocks.find((block) => block.id === id))
  if (!services.some((it) => isIn(fill, it))) return { 'fill.service': 'Choose a service of this table' }
  if (!first) return { 'fill.from': 'Choose a block of this table' }
  if (!last) return { 'fill.to': 'Choose a block of this table' }
  const range = rangeIn(blocks, fill)
  if (range.length === 0) return { 'fill.to': `Choose block\u00a0${first.name} or a later one: the range begins there` }
  if (blocksIn(blocks, fill).length > 0) return {}
  const are = range.length === 1 ? 'is' : 'are'
  return { 'fill.except': `Keep a block to fill: ${blocksText(range.map(({ name }) => name))} ${are} left out` }
}

/** "Neuro IR has 2 seats in blocks 1–5 already" */
export function alreadyText({ blocks, services }: Shape, fill: SeatFill): string {
  const who = services.find(({ id }) => id === fill.service)?.name ?? 'Each service'
  return `${who} has ${seatsText(fill.seats)} in ${blocksText(blocksIn(blocks, fill).map(({ name }) => name))} already`
}
