import { proposeOptimum } from '#app/assign/optimum.server'
import { hashOf, propose, SEED, upTo } from './proposing'
import { seasonOf, shuffled } from './season'

// A process of its own, so that its memory is this season's alone: `size STUDENTS SEED RUNS` or `hash STUDENTS SEED`.
const [, , what, ...numbers] = process.argv
const [students, seed, runs] = numbers.map(Number)

/** Milliseconds of each run after one that warms up, and the most memory held, in MB. */
async function size() {
  await propose(seasonOf(Math.min(students, 3000), seed))
  const facts = seasonOf(students, seed)
  const ms: number[] = []
  for (const _ of upTo(runs)) ms.push((await propose(facts)).ms)
  return { ms, megabytes: process.resourceUsage().maxRSS / 1024 }
}

async function hash() {
  const facts = shuffled(seasonOf(students, seed), 7)
  return hashOf(await proposeOptimum({ facts, seed: SEED, timeLimit: 600_000 }, undefined))
}

console.log(JSON.stringify(what === 'size' ? await size() : await hash()))
process.exit(0)
