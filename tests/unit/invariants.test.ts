import { afterAll, describe, expect, test } from 'vitest'
import { openDatabase, rawDatabase } from '#db/client'
import { students } from '#db/seed/cast'
import { demoStartsAt as now } from '#db/seed/index'
import { placement } from '#db/seed/placements'
import { leaveDatabase, seededFile } from '#tests/support/database'
import { brokenRules } from '#tests/support/invariants'

/** How a rule could be broken behind the commands' back, and what the check of it says. */
const breaches: [rule: string, statement: string, says: RegExp][] = [
  ['more placements than seats', 'update openings set seats = 0', /opening 1 \w+ holds 3/],
  ['a service over its most', "update services set most_students = 2 where slug = 'peripheral'", /peripheral holds 3/],
  [
    'one student in two places',
    `update placements set student_id = '${students.weiss.personId}' where status = 'confirmed'`,
    /is placed in another year|at once|is in 7 and 7B at once/,
  ],
  ['a placement past graduation', "update profiles set graduates_on = '2026-07-01'", /is placed past graduation/],
  ['a student of another year', "update profiles set promotes_on = '2027-06-01'", /is in year 3/],
  ['nobody’s agreement', 'delete from agreements', /is not covered by an agreement/],
  ['a paper missing', "update documents set status = 'received'", /is confirmed without mmr/],
  [
    'a place without its application',
    "update applications set status = 'eligible'",
    /confirmed, but the application is/,
  ],
  ['an offer past its instant', 'update placements set expires_at = 0', /is open past its instant/],
  ['an acceptance too late', 'update placements set expires_at = 0', /was accepted too late/],
  ['a pairing outside its placement', "update pairings set last_on = '2027-06-30'", /lies outside its placement/],
  ['a resident elsewhere', "delete from duties where kind = 'duty'", /: not on duty/],
  ['a resident away', "update absences set first_on = '2026-07-01', last_on = '2027-06-30'", /: away/],
  [
    'an exclusion',
    `insert into exclusions (id, student_id, supervisor_id) select 'x', student_id, supervisor_id
      from pairings join placements on placements.id = placement_id limit 1`,
    /: excluded/,
  ],
  ['a resident over their most', 'update supervisors set most_students = 0', /: over the most/],
  ['no attending of record', 'delete from attendings_of_record', /: no attending of record/],
  ['an evaluation without its answers', "update evaluations set status = 'signed'", /is signed with 0 versions/],
  ['a release before the grade', "update grades set status = 'drafted'", /is released before the grade/],
  ['a rating of oneself', 'update evaluations set author_id = subject_id where rowid = 1', /is about its author/],
  [
    'a grade that nobody signed',
    "update grades set status = 'corrected'",
    /grade \w+ is corrected, its events say signed/,
  ],
  ['a letter before its time', "update letters set status = 'requested'", /letter \w+ is requested/],
  ['a place without the school’s word', "update confirmations set status = 'asked'", /without the school.s word/],
  ['a gap in the wishes', 'update choices set rank = 5 where rank = 1', /ranks (2, )*5|ranks 5/],
  ['a status without its event', "update placements set status = 'cancelled'", /is cancelled, its events say/],
  [
    'a step that does not exist',
    `insert into events (id, at, actor_kind, actor_name, subject_kind, subject_id, step, "from", "to")
      values ('x', 1, 'person', 'Nobody', 'placement', '${placement('weiss')}', 'complete', 'draft', 'completed')`,
    /complete from draft to completed is no step/,
  ],
  [
    'an event of the future',
    `insert into events (id, at, actor_kind, actor_name, subject_kind, subject_id, step)
      values ('x', 4000000000000, 'person', 'Nobody', 'placement', 'y', 'pin')`,
    /event pin of y is ahead/,
  ],
  [
    'work that failed',
    "insert into jobs (id, name, key, state, due_at, attempts, error) values ('x', 'work', 'x', 'due', 0, 1, 'No disk')",
    /job work: No disk/,
  ],
]

describe('the check of every rule finds', () => {
  test.each(breaches)('%s', async (_, statement, says) => {
    openDatabase({ url: `file:${seededFile()}` })
    const { $client } = rawDatabase()
    await $client.execute('pragma foreign_keys = off')
    await $client.execute(statement)
    const found = await brokenRules(now)
    expect(
      found.some((line) => says.test(line)),
      found.slice(0, 20).join('\n'),
    ).toBe(true)
  })
})

afterAll(leaveDatabase)
