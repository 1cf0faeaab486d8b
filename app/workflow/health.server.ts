import { mkdir, statfs } from 'node:fs/promises'
import { hostname } from 'node:os'
import { sql } from 'drizzle-orm'
import type { RequestHandler } from 'express'
import { settings } from '#app/settings/settings.server'
import { write } from '#db/client'
import { limits } from '#db/schema/index'
import { programNow } from './clock.server'
import { log } from './log.server'
import { longestWait } from './queue.server'

const LEAST_DISK_BYTES = 100 * 1024 * 1024
const LONGEST_WAIT_MS = 300_000

/** The process answers: whether to restart it. */
export const alive: RequestHandler = (_req, res) => {
  res.set('Cache-Control', 'no-store').type('text').send('ok')
}

/** 200 when it can do its work, else 503: whether to send people here. Says which of its parts is in trouble. */
export const ready: RequestHandler = async (_req, res) => {
  const parts = {
    database: await holds('database', canWrite),
    disk: await holds('disk', hasRoom),
    jobs: await holds('jobs', async () => (await longestWait(programNow())) <= LONGEST_WAIT_MS),
  }
  const isReady = Object.values(parts).every((part) => part === 'ok')
  res
    .status(isReady ? 200 : 503)
    .set('Cache-Control', 'no-store')
    .json(parts)
}

async function holds(part: string, check: () => Promise<boolean>): Promise<'ok' | 'in trouble'> {
  try {
    return (await check()) ? 'ok' : 'in trouble'
  } catch (error) {
    log.error({ err: error, part }, 'not ready')
    return 'in trouble'
  }
}

/** A real commit: a full disk refuses it, where an empty transaction would pass. */
async function canWrite(): Promise<boolean> {
  const row = { kind: 'ready', key: hostname(), window: 0, n: 1 }
  const set = { n: sql`${limits.n} + 1` }
  const target = [limits.kind, limits.key, limits.window]
  await write((tx) => tx.insert(limits).values(row).onConflictDoUpdate({ target, set }))
  return true
}

async function hasRoom(): Promise<boolean> {
  await mkdir(settings.filesDir, { recursive: true })
  const { bavail, bsize } = await statfs(settings.filesDir)
  return bavail * bsize >= LEAST_DISK_BYTES
}
