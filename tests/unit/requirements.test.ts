import { describe, expect, test } from 'vitest'
import { fluSeasonOf, type JudgedBlock, type VerdictFacts } from '#app/apply/paper.server'
import type { Verdict } from '#app/apply/requirement'
import { judge, judgeAll } from '#app/apply/verdict.server'
import { addDays } from '#app/workflow/day.server'
import type { RequirementRule } from '#db/schema/program/requirements'
import fc from '#tests/support/property'

const block9: JudgedBlock = { name: '9', firstOn: '2027-03-01', lastOn: '2027-03-26' }
const overNewYear: JudgedBlock = { name: 'W', firstOn: '2026-12-21', lastOn: '2027-01-15' }
const inLeapYear: JudgedBlock = { name: 'L', firstOn: '2028-02-07', lastOn: '2028-03-03' }

const dated = (datedOn: string | null, status: 'received' | 'accepted' = 'received'): VerdictFacts => ({
  sendingOn: '2026-11-24',
  document: { status, problem: null, datedOn, fileId: 'file', answers: null },
})
const state = (rule: RequirementRule, facts: VerdictFacts, block: JudgedBlock | null = block9) =>
  judge({ name: 'TB test', rule }, facts, block)

describe('issued within 183 days of sending', () => {
  const rule: RequirementRule = { kind: 'issued-within', days: 183, before: 'sending' }
  test.each([
    ['2026-05-24', 'problem'],
    ['2026-05-25', 'received'],
    ['2026-05-26', 'received'],
    ['2026-11-24', 'received'],
  ])('issued on %s is %s when it is sent on November 24, 2026', (on, expected) => {
    expect(state(rule, dated(on), null).state).toBe(expected)
  })
  test('what is too old is told with the day that would do', () => {
    expect(state(rule, dated('2026-03-02'), null).says).toBe(
      'It is dated March 2, 2026, more than 6 months before you send. Upload one dated May 25, 2026 or later.'.replace(
        /(March|May) /g,
        '$1\u00a0',
      ),
    )
  })
})

describe('issued within 90 days of the start', () => {
  const rule: RequirementRule = { kind: 'issued-within', days: 90, before: 'start' }
  test.each([
    ['2026-11-30', 'problem'],
    ['2026-12-01', 'received'],
    ['2026-12-02', 'received'],
  ])('issued on %s is %s for March 1, 2027', (on, expected) => {
    expect(state(rule, dated(on)).state).toBe(expected)
  })
  test.each([
    ['2026-09-21', 'problem'],
    ['2026-09-22', 'received'],
  ])('over New Year, %s is %s for December 21', (on, expected) => {
    expect(state(rule, dated(on), overNewYear).state).toBe(expected)
  })
})

describe('valid through the last day, 365 days from its date', () => {
  const rule: RequirementRule = { kind: 'valid-through-last-day', days: 365 }
  test.each([
    ['2026-03-25', 'problem'],
    ['2026-03-26', 'received'],
    ['2026-03-27', 'received'],
  ])('of %s is %s for March 26, 2027', (on, expected) => {
    expect(state(rule, dated(on)).state).toBe(expected)
  })
  test.each([
    // 2028 has a February 29: 365 days from March 4, 2027 end on March 3, 2028.
    ['2027-03-03', 'problem'],
    ['2027-03-04', 'received'],
  ])('of %s is %s for March 3 of a leap year', (on, expected) => {
    expect(state(rule, dated(on), inLeapYear).state).toBe(expected)
  })
  test('the sentence says when it ends, in which week, and what would cure it', () => {
    expect(state(rule, dated('2026-03-16')).says.replaceAll('\u00a0', ' ')).toBe(
      'Your TB test of March 16, 2026 expires on March 16, 2027, in week 3 of block 9. ' +
        'Upload one dated March 26, 2026 or later.',
    )
  })
  test('what a person accepted is ok, what a person refused stays a problem with their words', () => {
    expect(state(rule, dated('2026-10-01', 'accepted')).state).toBe('ok')
    const refused = dated('2026-10-01')
    refused.document = { ...refused.document!, status: 'problem', problem: 'The name is not yours.' }
    expect(state(rule, refused)).toEqual({ state: 'problem', says: 'The name is not yours.' })
  })
})

describe('a card with its own last day', () => {
  const rule: RequirementRule = { kind: 'valid-through-last-day' }
  test.each([
    ['2027-03-25', 'problem'],
    ['2027-03-26', 'received'],
    ['2027-03-27', 'received'],
  ])('valid until %s is %s for March 26, 2027', (on, expected) => {
    expect(state(rule, dated(on)).state).toBe(expected)
  })
})

describe('the dose of the season that the block falls in', () => {
  const rule: RequirementRule = { kind: 'flu-season' }
  test.each([
    ['2026-10-04', '2026-10-31', null],
    ['2026-10-05', '2026-11-01', 2026],
    ['2026-12-21', '2027-01-15', 2026],
    ['2027-03-31', '2027-04-23', 2026],
    ['2027-04-01', '2027-04-28', null],
  ])('a block %s to %s meets season %s', (firstOn, lastOn, season) => {
    expect(fluSeasonOf({ name: 'x', firstOn, lastOn })).toBe(season)
  })
  test.each([
    ['2026-06-30', 'problem'],
    ['2026-07-01', 'received'],
    ['2026-10-01', 'received'],
  ])('given on %s is %s for a block over New Year 2026-27', (on, expected) => {
    expect(state(rule, dated(on), overNewYear).state).toBe(expected)
  })
  test('outside the season nothing is needed', () => {
    const may = { name: '12', firstOn: '2027-05-24', lastOn: '2027-06-18' }
    expect(state(rule, { sendingOn: '2026-11-24' }, may).state).toBe('ok')
  })
  test('who declines in writing has answered', () => {
    const facts = dated(null)
    facts.document = { ...facts.document!, fileId: null, answers: { declined: 'yes' } }
    expect(state(rule, facts).state).toBe('received')
  })
})

test.each([
  ['2027-02-28', 'ok'],
  ['2027-03-01', 'problem'],
  ['2027-03-02', 'problem'],
])('core clerkships that end on %s are %s for March 1, 2027', (surgeryDoneOn, expected) => {
  const profile = { medicineDoneOn: '2026-01-30', surgeryDoneOn } as VerdictFacts['profile']
  expect(state({ kind: 'core-clerkships-done' }, { sendingOn: '2026-11-24', profile }).state).toBe(expected)
})

test.each([
  [0, 'missing'],
  [1, 'ok'],
  [300, 'ok'],
  [301, 'problem'],
])('a statement of %i words is %s where 300 are allowed', (words, expected) => {
  const statement = Array.from({ length: words }, () => 'word').join('  \n')
  expect(state({ kind: 'statement', words: 300 }, { sendingOn: '2026-11-24', statement }).state).toBe(expected)
})

test.each([
  [undefined, 'missing'],
  ['asked', 'received'],
  ['confirmed', 'ok'],
  ['declined', 'problem'],
  ['expired', 'problem'],
] as const)('a school that has %s is %s', (confirmation, expected) => {
  expect(state({ kind: 'school-confirms' }, { sendingOn: '2026-11-24', confirmation }).state).toBe(expected)
})

test.each([
  ['2027-03-01', '2027-03-26', 'ok'],
  ['2027-03-02', '2027-12-31', 'missing'],
  ['2026-01-01', '2027-03-25', 'missing'],
])('an agreement from %s until %s is %s for March 1 – 26', (firstOn, lastOn, expected) => {
  const agreements = [{ firstOn, lastOn }]
  expect(state({ kind: 'agreement' }, { sendingOn: '2026-11-24', agreements }).state).toBe(expected)
})

test('over several wishes the worst verdict counts', () => {
  const later = { name: '11', firstOn: '2027-04-26', lastOn: '2027-05-21' }
  const rule: RequirementRule = { kind: 'valid-through-last-day', days: 365 }
  expect(judgeAll({ name: 'TB test', rule }, dated('2026-04-10'), [block9, later]).state).toBe('problem')
})

test('a later date never makes a verdict worse', () => {
  const rank = (verdict: Verdict) => ['problem', 'missing', 'received', 'ok'].indexOf(verdict.state)
  const rules: RequirementRule[] = [
    { kind: 'valid-through-last-day', days: 365 },
    { kind: 'valid-through-last-day' },
    { kind: 'issued-within', days: 183, before: 'start' },
  ]
  const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2025-01-01', days))
  fc.assert(
    fc.property(fc.constantFrom(...rules), day, fc.nat(400), (rule, on, later) => {
      expect(rank(state(rule, dated(addDays(on, later))))).toBeGreaterThanOrEqual(rank(state(rule, dated(on))))
    }),
    { numRuns: 300 },
  )
})
