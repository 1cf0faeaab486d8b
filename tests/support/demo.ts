import { copyFileSync } from 'node:fs'
import { loadClock } from '#app/workflow/clock.server'
import '#app/follows.server'
import { closeDatabase, openDatabase, rawDatabase } from '#db/client'
import { seedDemo } from '#db/seed/index'
import { freshDatabase, freshFile } from './database'

let seeded: string | undefined

/** A database of its own with the demo year in it: seeded once a test file, then copied; on a server seeded each time. */
export async function freshDemo(): Promise<void> {
  if (process.env.TEST_DATABASE === 'sqld') {
    await freshDatabase()
    return seedDemo()
  }
  seeded ??= await seedFile()
  const file = freshFile()
  copyFileSync(seeded, file)
  openDatabase({ url: `file:${file}` })
  await loadClock()
}

async function seedFile(): Promise<string> {
  const file = freshFile()
  openDatabase({ url: `file:${file}` })
  await seedDemo()
  await rawDatabase().$client.execute('pragma wal_checkpoint(truncate)')
  closeDatabase()
  return file
}

/** How a command was refused, "409 It is too late …"; what it returned otherwise. */
export async function refusalOf(work: Promise<unknown>): Promise<unknown> {
  try {
    return await work
  } catch (thrown) {
    if (thrown instanceof Response) return `${thrown.status} ${await thrown.text()}`
    throw thrown
  }
}
