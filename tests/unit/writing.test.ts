import { createClient } from '@libsql/client'
import { beforeEach, describe, expect, test } from 'vitest'
import { counts, read, write } from '#db/client'
import { holidays } from '#db/schema/index'
import { freshDatabase } from '#tests/support/database'

let url: string
beforeEach(async () => {
  url = (await freshDatabase()).url
})
const row = (on: string) => ({ on, name: 'A holiday' })
const days = async () => (await read.select().from(holidays)).map(({ on }) => on).sort()
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('a write', () => {
  test('waits while another process is writing, and loses nothing', async () => {
    const other = createClient({ url })
    const theirs = await other.transaction('write')
    await theirs.execute("insert into holidays values ('2026-07-03', 'Theirs')")
    const ours = write((tx) => tx.insert(holidays).values(row('2026-09-07')))
    await pause(1500)
    await theirs.commit()
    await ours
    other.close()
    expect(await days()).toEqual(['2026-07-03', '2026-09-07'])
  })
  test('that throws is undone alone, between two that stand', async () => {
    const one = write((tx) => tx.insert(holidays).values(row('2026-07-03')))
    const two = write(async (tx) => {
      await tx.insert(holidays).values(row('2026-09-07'))
      throw new Error('no')
    })
    const three = write((tx) => tx.insert(holidays).values(row('2026-11-26')))
    await expect(two).rejects.toThrow('no')
    await Promise.all([one, three])
    expect(await days()).toEqual(['2026-07-03', '2026-11-26'])
  })
  test('inside a write is refused', async () => {
    await expect(write(() => write(async () => {}))).rejects.toThrow(/hand tx on/)
  })
  test('counts each statement as a round trip', async () => {
    const { trips } = counts
    await write(async (tx) => {
      await tx.insert(holidays).values(row('2026-07-03'))
      await tx.select().from(holidays)
    })
    expect(counts.trips - trips).toBe(2)
  })
})
