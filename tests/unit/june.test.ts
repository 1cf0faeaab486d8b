import { afterAll, expect, test, vi } from 'vitest'
import { letTimePass } from '#app/jobs/demo-clock.server'
import { programNow, setDemoClock } from '#app/workflow/clock.server'
import { instantOn } from '#app/workflow/day.server'
import { openDatabase } from '#db/client'
import { demoStartsAt } from '#db/seed/index'
import { leaveDatabase, seededFile } from '#tests/support/database'
import { brokenRules } from '#tests/support/invariants'
import '#app/follows.server'

/** `npm run test:long` asks after every rule each week, `npm test` every fourth. */
const EVERY = process.env.LONG ? 1 : 4

afterAll(leaveDatabase)

test('the demo year goes on by weeks to June 30: every job does its work, and no rule is ever broken', async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {})
  openDatabase({ url: `file:${seededFile()}` })
  await setDemoClock(demoStartsAt)
  const said: string[] = []
  while (programNow() < instantOn('2027-06-30', '00:00')) {
    said.push(await letTimePass('week'))
    if (said.length % EVERY === 0) expect(await brokenRules(programNow()), said.at(-1)).toEqual([])
  }
  expect(await brokenRules(programNow())).toEqual([])
  expect(said[0]).toMatch(/^It is now Tuesday, December.1, 9:00 AM PT\. 1 evaluation was asked for\. \d+ messages went/)
  expect(said).toHaveLength(32)
  expect(said.join()).toContain('1 offer ended without a reply.')
  expect(said.join()).toContain('2 rotations ended.')
  expect(said.at(-1)).toContain('Nothing fell due.')
}, 120_000)
