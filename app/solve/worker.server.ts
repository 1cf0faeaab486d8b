import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

const FILE = 'app/solve/worker.mjs'
/** What the thread may take to load a room's file, and to say what it has once its time is over. */
const LOADING_MS = 60_000
const GRACE_MS = 2000

/** A function of a room's file, `app/<room>/….server.ts`, that answers a question and says how far it is. */
export type Task = { file: string; name: string; question: unknown; timeLimit: number }
export type Watch = { progress?: (share: number) => void; signal?: AbortSignal }
type Said =
  | { kind: 'started' }
  | { kind: 'progress'; share: number }
  | { kind: 'done'; answer: string }
  | { kind: 'failed' | 'died'; message: string }

/** One thread, kept warm, one task at a time: Vite's bundle and tsx load this file twice. */
const home = globalThis as { portalSolver?: { worker?: Worker; last: Promise<unknown> } }
home.portalSolver ??= { last: Promise.resolve() }
const solver = home.portalSolver

/**
 * Carries a task out in the solver's thread, after those before it; its answer comes as JSON. Throws when the task
 * fails, when it is aborted, and when it has not answered two seconds after its time limit; then the thread is ended
 * and the next gets a new one.
 */
export function solveApart<T>(task: Task, watch: Watch = {}): Promise<T> {
  const turn = solver.last.then(() => carriedOut(task, watch))
  solver.last = turn.catch(() => {})
  return turn as Promise<T>
}

function carriedOut({ timeLimit, ...task }: Task, { progress, signal }: Watch): Promise<unknown> {
  if (signal?.aborted) return Promise.reject(new Error(CANCELLED))
  const worker = warmWorker()
  const answered = heard(worker, timeLimit, progress, signal)
  worker.postMessage(task)
  return answered
}

const CANCELLED = 'It was cancelled'

/** What the thread answers; ends the thread when it is too late, unwanted or broken. */
function heard(worker: Worker, timeLimit: number, progress: Watch['progress'], signal: Watch['signal']) {
  const stop = new AbortController()
  const { signal: over } = stop
  const answered = new Promise<unknown>((resolve, reject) => {
    const fail = (message: string) => {
      dismiss(worker)
      reject(new Error(message))
    }
    const patience = limitedTo(LOADING_MS, () => fail('The optimizer did not start'))
    over.addEventListener('abort', patience.never)
    signal?.addEventListener('abort', () => fail(CANCELLED), { signal: over })
    listen(worker, over, (said) => {
      if (said.kind === 'started') patience.in(timeLimit + GRACE_MS, () => fail('The optimizer ran out of time'))
      if (said.kind === 'progress') progress?.(said.share)
      if (said.kind === 'done') resolve(JSON.parse(said.answer))
      if (said.kind === 'failed') reject(new Error(said.message))
      if (said.kind === 'died') fail(said.message)
    })
  })
  return answered.finally(() => stop.abort())
}

/** Hears the thread until `over`; meanwhile it keeps this process alive. */
function listen(worker: Worker, over: AbortSignal, hear: (said: Said) => void): void {
  const died = (error: unknown) => hear({ kind: 'died', message: `The optimizer stopped: ${String(error)}` })
  worker.ref()
  worker.on('message', hear).on('error', died).on('exit', died)
  over.addEventListener('abort', () => {
    worker.off('message', hear).off('error', died).off('exit', died)
    worker.unref()
  })
}

function limitedTo(ms: number, run: () => void) {
  let timer = setTimeout(run, ms)
  return {
    in: (ms: number, run: () => void) => {
      clearTimeout(timer)
      timer = setTimeout(run, ms)
    },
    never: () => clearTimeout(timer),
  }
}

function warmWorker(): Worker {
  const root = rootOf(dirname(fileURLToPath(import.meta.url)))
  solver.worker ??= new Worker(join(root, FILE), { workerData: { root }, execArgv: [] })
  return solver.worker
}

function dismiss(worker: Worker): void {
  if (solver.worker === worker) solver.worker = undefined
  worker.terminate()
}

/** The package's root: the nearest folder above that holds the worker. */
function rootOf(folder: string): string {
  if (existsSync(join(folder, FILE))) return folder
  const above = dirname(folder)
  if (above === folder) throw new Error(`${FILE} is missing`)
  return rootOf(above)
}
