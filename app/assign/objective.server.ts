import { createHash } from 'node:crypto'
import type { Row, Stage, Staged } from '#app/solve/staged'
import type { AssignFacts, Candidate } from './arrangement'
import type { Model } from './model'
import { isOffer } from './outcome'
import { parts } from './proposal'
import { inTurns } from './turns.server'

export const tierPart = (tier: number) => `Tier ${tier + 1}`

/**
 * What is wanted, in order (engine.md section 2): open offers stay; each tier's wishes by squares, a student without a
 * place costing one step more than their own last wish; as many placed as can be; blocks evenly filled; among equals
 * whose turn comes first; then a hash of the year's seed.
 */
export function stagedOf(model: Model, seed: string): Staged {
  const { candidates, limits } = model
  const rows: Row[] = limits.map(({ rule, at, columns, upper }) => ({ name: `${rule} ${at}`, columns, upper }))
  const pieces = piecesOf(model)
  const columns = candidates.length + pieces.costs.length
  const stage = (part: string, unit: string, cost: (column: number) => number, constant = 0): Stage => ({
    part,
    unit,
    constant,
    costs: Float64Array.from({ length: columns }, (_, column) => (column < candidates.length ? cost(column) : 0)),
  })
  const placed = stage(parts.placed, 'students', () => -1, model.students.length)
  const spread = stage(parts.spread, 'points', () => 0)
  spread.costs.set(pieces.costs, candidates.length)
  return {
    columns,
    rows: [...rows, ...pieces.rows],
    stages: [...keptStage(model, stage), ...tierStages(model, stage), placed, spread, ...tieStages(model, seed, stage)],
  }
}

type Make = (part: string, unit: string, cost: (column: number) => number, constant?: number) => Stage

/** An offer that nobody has answered stays where it is, unless it breaks a rule. */
function keptStage(model: Model, stage: Make): Stage[] {
  const offers = [...model.movable.values()].filter(({ holds }) => holds === 'offer').length
  if (offers === 0) return []
  return [stage(parts.kept, 'offers', (column) => (isOffer(model, model.candidates[column]) ? -1 : 0), offers)]
}

const square = (n: number) => n * n

function tierStages({ candidates, students, steps, lasts }: Model, stage: Make): Stage[] {
  const none = ({ id }: { id: string }) => square((lasts.get(id) ?? 0) + 1)
  const tiers = [...new Set(students.map(({ tier }) => tier))].sort((a, b) => a - b)
  return tiers.map((tier) => {
    const cost = ({ student }: Candidate, column: number) =>
      student.tier === tier ? square(steps[column]) - none(student) : 0
    const mine = students.filter((student) => student.tier === tier)
    const all = mine.reduce((sum, student) => sum + none(student), 0)
    return stage(tierPart(tier), 'points', (column) => cost(candidates[column], column), all)
  })
}

type Pieces = { costs: Float64Array; rows: Row[] }

/** The n-th student of a block costs 2n − 1, so that a block's students cost their square: even blocks cost least. */
function piecesOf({ candidates, facts }: Model): Pieces {
  const blocks = new Map<string, number[]>()
  for (const [column, { opening }] of candidates.entries()) {
    const columns = blocks.get(opening.block.id) ?? []
    columns.push(column)
    blocks.set(opening.block.id, columns)
  }
  const costs: number[] = []
  const rows = [...blocks].map(([id, columns]) => {
    const { held, room } = loadOf(facts, id)
    const first = candidates.length + costs.length
    for (let n = held + 1; n <= held + room; n++) costs.push(2 * n - 1)
    const pieces = Array.from({ length: room }, (_, at) => first + at)
    const values = [...columns.map(() => 1), ...pieces.map(() => -1)]
    return { name: `spread ${id}`, columns: [...columns, ...pieces], values, lower: 0, upper: 0 }
  })
  return { costs: Float64Array.from(costs), rows }
}

/** Who stays in a block anyway, and for how many more its openings have room, were one of them given one more seat. */
function loadOf({ openings, seats }: AssignFacts, blockId: string): { held: number; room: number } {
  const here = openings.filter(({ block }) => block.id === blockId)
  const held = here.map(({ id }) => seats.filter(({ openingId }) => openingId === id).length)
  const room = here.map((opening, at) => Math.max(0, opening.seats - held[at]))
  const sum = (numbers: number[]) => numbers.reduce((all, n) => all + n, 0)
  return { held: sum(held), room: sum(room) + 1 }
}

const LOTS = 0x10000

function tieStages({ candidates, students, steps, lasts }: Model, seed: string, stage: Make): Stage[] {
  const turns = new Map(inTurns(students, seed).map(({ id }, at) => [id, students.length - at]))
  const turn = ({ student: { id } }: Candidate, column: number) => turns.get(id)! * (steps[column] - 1 - lasts.get(id)!)
  const lot = ({ student, opening }: Candidate) =>
    createHash('sha256').update(`${seed}${student.id}${opening.id}`).digest().readUInt16BE() % LOTS
  return [
    stage(parts.turns, 'points', (column) => turn(candidates[column], column)),
    stage(parts.lots, 'points', (column) => lot(candidates[column])),
  ]
}
