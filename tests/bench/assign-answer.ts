import type { Student } from '#app/assign/arrangement'
import { proposeOptimum } from '#app/assign/optimum.server'
import { columnsBy, limitsBy, type Outcome, placeOf } from '#app/assign/outcome'
import { costOf } from '#app/solve/staged'
import { solveApart } from '#app/solve/worker.server'
import { apart } from './assign-time'
import { type Figure, of } from './figure'
import { plainChain } from './plain-highs'
import { hashOf, type Proposing, propose, SEED, upTo } from './proposing'
import { seasonOf, shuffled } from './season'

const SEEDS = 10

/** 1: how many stages come to what a plain program finds, of all. */
export async function exact(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const students of [30, 300]) {
    let [equal, all] = [0, 0]
    for (const seed of upTo(SEEDS)) {
      const { staged, solved } = await propose(seasonOf(students, seed))
      const theirs = await plainChain(staged)
      equal += solved.stages.filter(({ value }, at) => value === theirs[at]).length
      all += theirs.length
    }
    const name = `1 stages that equal a chain of plain programs, ${students} students, seeds 1–${SEEDS}`
    figures.push({ name, unit: 'stages', ...of(equal, all), bar: { atLeast: 1 } })
  }
  return figures
}

const rankOf = (outcome: Outcome, id: string) => placeOf(outcome, id)?.wish ?? Number.POSITIVE_INFINITY

/** 7: who gets a better wish by leaving wishes out, where the answer is no tie of the true one. */
export async function cutting(): Promise<Figure[]> {
  const facts = seasonOf(60, 1)
  const whole = await propose(facts)
  let [gains, tries] = [0, 0]
  for (const student of facts.students)
    for (const length of upTo(student.wishes.length - 1)) {
      const cut = { ...student, wishes: student.wishes.slice(0, length) }
      const then = await propose({ ...facts, students: facts.students.map((it) => (it === student ? cut : it)) })
      tries++
      if (rankOf(then.outcome, student.id) < rankOf(whole.outcome, student.id) && !isTie(whole, then)) gains++
    }
  const name = '7 students who gain by a shorter list (of all tries), 60 students, seed 1'
  return [{ name, unit: 'gains', ...of(gains, tries), bar: { atMost: 0 } }]
}

/** Whether the other answer costs every tier, by the true lists, what the true answer costs. */
function isTie({ model, staged, solved }: Proposing, { outcome }: Proposing): boolean {
  const x = new Uint8Array(staged.columns)
  for (const [column, { student, opening }] of model.candidates.entries())
    if (placeOf(outcome, student.id)?.opening.id === opening.id) x[column] = 1
  const tiers = staged.stages.filter(({ part }) => part.startsWith('Tier'))
  return tiers.every((stage) => costOf(stage, x) === solved.stages.find(({ part }) => part === stage.part)!.value)
}

/** 8: better wishes that would be free if nobody of a lower tier were placed, of all better wishes. */
export async function envy(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [students, seeds] of [
    [300, SEEDS],
    [3000, 3],
  ]) {
    let [envied, better] = [0, 0]
    for (const seed of upTo(seeds)) {
      const { outcome, lines } = await propose(seasonOf(students, seed))
      const reasons = [...lines.seats, ...lines.unplaced].flatMap((line) => line.reasons)
      better += reasons.length
      envied += enviesIn(outcome) + reasons.filter(({ rule, says }) => !rule || !says).length
    }
    const name = `8 envy across tiers (of unmet better wishes), ${students} students, seeds 1–${seeds}`
    figures.push({ name, unit: 'wishes', ...of(envied, better), bar: { atMost: 0 } })
  }
  return figures
}

function enviesIn(outcome: Outcome): number {
  const { model } = outcome
  const [limits, columns] = [limitsBy(model), columnsBy(model)]
  /** For each limit, how many seats students up to each tier take in it. */
  const taken = model.limits.map(() => [0, 0, 0, 0])
  for (const column of outcome.chosen.values())
    for (const at of limits[column])
      for (let tier = model.candidates[column].student.tier; tier < 4; tier++) taken[at][tier]++
  const isFree = (student: Student, column: number) => {
    const own = outcome.chosen.get(student.id)
    const leaves = (at: number) => (own !== undefined && limits[own].includes(at) ? 1 : 0)
    return limits[column].every((at) => taken[at][student.tier] - leaves(at) < model.limits[at].upper)
  }
  return model.students
    .flatMap((student) => (columns.get(student.id) ?? []).map((column) => ({ student, column })))
    .filter(({ student, column }) => model.candidates[column].wish < rankOf(outcome, student.id))
    .filter(({ student, column }) => isFree(student, column)).length
}

/** 10: how many different answers the same input gives, in any order, in another process, in the worker. */
export async function sameAnswer(): Promise<Figure[]> {
  const facts = seasonOf(300, 1)
  const question = { facts, seed: SEED, timeLimit: 600_000 }
  const turned = { ...question, facts: shuffled(facts, 3) }
  const task = { file: 'app/assign/optimum.server.ts', name: 'proposeOptimum', timeLimit: 600_000 }
  const hashes = new Set([
    hashOf(await proposeOptimum(question, undefined)),
    hashOf(await proposeOptimum(turned, undefined)),
    hashOf(await solveApart({ ...task, question: turned })),
    await apart<string>('hash', 300, 1),
  ])
  const name = '10 answers to one input: shuffled, in the worker, in another process, 300 students, seed 1'
  return [{ name, unit: 'answers', ...of(hashes.size, 1), bar: { atMost: 1 } }]
}
