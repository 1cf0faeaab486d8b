import { describe, expect, test } from 'vitest'
import { proposeOptimum } from '#app/assign/optimum.server'
import { solveApart } from '#app/solve/worker.server'
import { exampleSeason } from '#tests/support/season'

const question = { facts: exampleSeason(40), seed: 'seed', timeLimit: 60_000 }
const task = { file: 'app/assign/optimum.server.ts', name: 'proposeOptimum', question, timeLimit: 60_000 }

describe('the thread that solves', () => {
  test('answers as this thread would, twice, and says how far it is', async () => {
    const shares: number[] = []
    const answer = await solveApart(task, { progress: (share) => shares.push(share) })
    const again = await solveApart(task)
    expect(answer).toEqual(await proposeOptimum(question, undefined))
    expect(again).toEqual(answer)
    expect(shares.length).toBeGreaterThan(2)
    expect([...shares].sort((a, b) => a - b)).toEqual(shares)
  })

  test('is ended when nobody waits for it any more, and the next task gets a new one', async () => {
    const abort = new AbortController()
    const running = solveApart(task, { signal: abort.signal, progress: () => abort.abort() })
    await expect(running).rejects.toThrow('It was cancelled')
    await expect(solveApart(task)).resolves.toMatchObject({ status: 'optimal' })
  })

  test('is ended two seconds after its time, should it not stop by itself', async () => {
    const endless = { ...task, file: 'tests/support/endless.server.ts', name: 'endless', timeLimit: 10 }
    await expect(solveApart(endless)).rejects.toThrow('The optimizer ran out of time')
  })

  test('says what went wrong without its source', async () => {
    const wrong = { ...task, question: null }
    await expect(solveApart(wrong)).rejects.toThrow(/^Cannot destructure .{1,100}$/)
  })
})
