import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { run } from '#tests/support/process'

/** A database to measure on, and what its pages are called. */
export type World = { name: string; database: string; files: string }

/** The demo year, or `years` of them with so many applicants each: made by the seed script, as anybody would. */
export async function makeWorld(name: string, ...args: string[]): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-bench-'))
  const world = { name, database: join(folder, 'portal.db'), files: join(folder, 'files') }
  const env = { ...process.env, NODE_ENV: '', DATABASE_FILE: world.database, FILES_DIR: world.files }
  const child = run('npm', ['run', '--silent', 'seed', ...(args.length ? ['--', ...args] : [])], env)
  const code = await new Promise<number | null>((resolve) => child.process.once('close', resolve))
  if (code !== 0) throw new Error(child.said())
  return world
}

/** The one id that a question finds. */
export async function idOf({ database }: World, question: string): Promise<string> {
  const client = createClient({ url: `file:${database}` })
  const { rows } = await client.execute(question)
  client.close()
  if (!rows[0]) throw new Error(`Nobody answers: ${question}`)
  return String(rows[0][0])
}
