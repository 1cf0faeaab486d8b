import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seededFile } from './database'
import { answers, type Child, freePort, run } from './process'

export type Portal = Child & { url: string; database: string; files: string }
type Place = {
  database?: string
  files?: string
  port?: number
  env?: Record<string, string>
  /** `npm start` as a person would, or the same process without npm around it. */
  by?: 'npm' | 'node'
}

/** The environment of somebody who just cloned the repository: nothing of the test runner's. */
function cleanEnvironment(): Record<string, string | undefined> {
  const ours = /^(VITEST.*|NODE_ENV|DEV|PROD|MODE|BASE_URL|SSR|NODE_OPTIONS|TEST|PORT|ORIGIN|DATABASE_.*|LOG_LEVEL)$/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)))
}

const START = ['--import', 'tsx', 'app/server.ts']

/** Starts the built portal as a process of its own, on a database and a files folder of its own, and waits for it. */
export async function startPortal({ database = seededFile(), files, port, env, by }: Place = {}): Promise<Portal> {
  const listens = port ?? (await freePort())
  const folder = files ?? mkdtempSync(join(tmpdir(), 'portal-files-'))
  const where = database.includes('://') ? production(database) : { DATABASE_FILE: database.replace(/^file:/, '') }
  const given = { ...cleanEnvironment(), PORT: String(listens), FILES_DIR: folder, LOG_LEVEL: 'info', ...where, ...env }
  const child = by === 'npm' ? run('npm', ['start'], given) : run(process.execPath, START, given)
  const url = `http://localhost:${listens}`
  await answers(`${url}/readyz`, child)
  return { ...child, url, database, files: folder }
}

/** A database address means production; with it comes all that production asks for. */
export const production = (url: string) => ({
  DATABASE_URL: url,
  SESSION_SECRET: 'a secret of the tests, longer than 32 bytes',
  ORIGIN: 'https://rotations.example.edu',
  SMTP_URL: 'smtp://127.0.0.1:1',
  MAIL_FROM: 'portal@rotations.example.edu',
})

type Ended = { code: number | null; said: string }

/** Starts the portal, or another script, where it must refuse: resolves with its exit code and everything it said. */
export async function refusedStart(env: Record<string, string>, start = START): Promise<Ended> {
  const child = run(process.execPath, start, { ...cleanEnvironment(), ...env })
  const code = await new Promise<number | null>((resolve) => child.process.once('close', resolve))
  return { code, said: child.said() }
}

/** Builds the portal unless the build is newer than every source. */
export async function built(): Promise<void> {
  const script = "import { ensureBuilt } from '#app/workflow/build.server'; await ensureBuilt()"
  const child = run(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], cleanEnvironment())
  const code = await new Promise<number | null>((resolve) => child.process.once('close', resolve))
  if (code !== 0) throw new Error(child.said())
}
