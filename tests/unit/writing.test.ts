import { createClient } from '@libsql/client'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { counts, read, together, write } from '#db/client'
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
  test('inside a write is refused, and leaves nothing behind that ends the process later', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    await expect(write(() => write(async () => {}))).rejects.toThrow(/hand tx on/)
    expect(vi.getTimerCount()).toBe(0)
  })
  test('sends what is asked for at once in one round trip, in the order of asking', async () => {
    const { trips } = counts
    await write(async (tx) => {
      const [, before] = await together([tx.insert(holidays).values(row('2026-07-03')), tx.select().from(holidays)])
      expect(before.map(({ on }) => on)).toEqual(['2026-07-03'])
      expect(counts.trips - trips).toBe(1)
      await tx.insert(holidays).values(row('2026-09-07'))
    })
    expect(counts.trips - trips, 'two, and the commit').toBe(3)
  })
  test('undoes all of what was asked for at once when one part of it fails', async () => {
    const twice = write((tx) =>
      together([
        tx.insert(holidays).values(row('2026-07-03')),
        tx.insert(holidays).values(row('2026-07-03')),
        tx.insert(holidays).values(row('2026-09-07')),
      ]),
    )
    await expect(twice).rejects.toThrow()
    expect(await days()).toEqual([])
  })
  test('that asks for several things tells the first refusal, whichever comes first', async () => {
    const late = async (sentence: string, turns: number) => {
      for (let n = 0; n < turns; n++) await null
      throw new Error(sentence)
    }
    await expect(write(() => together([late('the first', 9), late('the second', 1)]))).rejects.toThrow('the first')
  })
  test('that goes on for 5 s is undone, asks to be tried again, and lets the next one through', async () => {
    const long = write(async (tx) => {
      await tx.insert(holidays).values(row('2026-07-03'))
      await new Promise(() => {})
    })
    const next = write((tx) => tx.insert(holidays).values(row('2026-09-07')))
    const refused = await long.catch((refusal: Response) => refusal)
    expect(refused).toMatchObject({ status: 503 })
    expect((refused as Response).headers.get('Retry-After')).toBe('2')
    await next
    expect(await days()).toEqual(['2026-09-07'])
  })
  test('that has ended takes nothing more', async () => {
    let late: Promise<unknown> | undefined
    const work = write(async (tx) => {
      late = new Promise((resolve) => setTimeout(resolve, 20)).then(() => tx.insert(holidays).values(row('2026-07-03')))
      late.catch(() => {})
      throw new Error('no')
    })
    await expect(work).rejects.toThrow('no')
    await expect(late).rejects.toThrow()
    expect(await days()).toEqual([])
  })
})
