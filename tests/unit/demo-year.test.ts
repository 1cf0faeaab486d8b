import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, dayAt, daysFrom, instantOn, weekdayOf } from '#app/workflow/day.server'
import { openDatabase, rawDatabase } from '#db/client'
import { attendings, cast, residents } from '#db/seed/cast'
import { demoStartsAt } from '#db/seed/index'
import { leaveDatabase, seededFile } from '#tests/support/database'

// Every figure of the demo year that people were promised, read from the rows; program.test.ts has calendar and totals.

beforeAll(() => {
  openDatabase({ url: `file:${seededFile()}` })
})
afterAll(leaveDatabase)

/** What a question to the database finds: a list of values a row. */
async function ask(sql: string): Promise<unknown[][]> {
  const { rows } = await rawDatabase().$client.execute(sql)
  return rows.map((row) => Array.from({ length: row.length }, (_, at) => row[at]))
}
const column = async (sql: string) => (await ask(sql)).map(([value]) => value)
const one = async (sql: string) => (await ask(sql))[0]
const day = (at: unknown) => dayAt(new Date(Number(at)))

const placed = `placements p join openings o on o.id = p.opening_id join blocks b on b.id = o.block_id
  join services s on s.id = o.service_id`
const wait = `applications a join people who on who.id = a.student_id`

describe('who is here', () => {
  test('twelve residents, two a year, and eleven attendings, eight peripheral and three neuro', async () => {
    const kinds = 'select pgy, division, count(*) from supervisors group by kind, pgy, division order by 1, 2'
    expect(await ask(kinds)).toEqual([
      [null, 'neuro', 3],
      [null, 'peripheral', 8],
      ...[1, 2, 3, 4, 5, 6].map((pgy) => [pgy, null, 2]),
    ])
  })
  test('two coordinators and the chief resident who is one too, the directors, a health reviewer, three reviewers', async () => {
    const roles =
      "select role, count(*) from roles where role not in ('student', 'resident', 'attending') group by role"
    expect(Object.fromEntries(await ask(roles))).toEqual({
      coordinator: 3,
      'clerkship-director': 1,
      'program-director': 1,
      'health-reviewer': 1,
      reviewer: 3,
    })
    const both = `select p.name, s.title from roles r join roles c on c.person_id = r.person_id
      join people p on p.id = r.person_id join supervisors s on s.person_id = r.person_id
      where r.role = 'resident' and c.role = 'coordinator'`
    expect(await ask(both)).toEqual([[cast.haddad.name, 'Chief resident']])
    const reviewing = "select count(*) from roles r join supervisors s using (person_id) where r.role = 'reviewer'"
    expect(await one(reviewing)).toEqual([3])
  })
  test('nine schools: one our own, three affiliated, eight with an agreement, one of which ends in May', async () => {
    expect(await one('select count(*), sum(is_own), sum(is_affiliated) from schools')).toEqual([9, 1, 3])
    const ends = 'select last_on from agreements order by last_on'
    expect(await column(ends)).toHaveLength(8)
    expect((await column(ends)).filter((on) => String(on) < '2027-06-30')).toEqual(['2027-05-14'])
  })
})

describe('the week', () => {
  const clinics = (kind: string) => `select p.name, c.weekday, c.half from clinics c
    join people p on p.id = c.person_id where c.kind = '${kind}' order by p.name, c.weekday, c.half`
  test('each attending has clinic on their days, all day long; two see veins for half a day', async () => {
    const days = await ask(`select distinct p.name, c.weekday from clinics c join people p on p.id = c.person_id
      where c.kind != 'continuity clinic' order by p.name, c.weekday`)
    const { adler, bauer, chen, duarte, eriksen, faraj, gupta, hale, ito, jonas, kessler } = attendings
    expect(days).toEqual([
      [adler.name, 1],
      [adler.name, 4],
      [bauer.name, 2],
      [chen.name, 3],
      [chen.name, 5],
      [duarte.name, 1],
      [eriksen.name, 2],
      [eriksen.name, 4],
      [faraj.name, 3],
      [gupta.name, 5],
      [hale.name, 4],
      [ito.name, 2],
      [jonas.name, 3],
      [kessler.name, 4],
    ])
    expect(await one("select count(*) from clinics where kind != 'continuity clinic'")).toEqual([28])
    expect(await ask(clinics('vein clinic'))).toEqual([
      [gupta.name, 5, 'afternoon'],
      [hale.name, 4, 'morning'],
    ])
  })
  test('residents of PGY 2 to 6 have a half-day of continuity clinic each', async () => {
    const { haddad, brandt, raman, okafor, lindqvist, osei, tanaka, ferro, qureshi, castell } = residents
    const said = [
      [haddad.name, 1, 'afternoon'],
      [brandt.name, 3, 'morning'],
      [raman.name, 2, 'afternoon'],
      [okafor.name, 4, 'morning'],
      [lindqvist.name, 5, 'morning'],
      [osei.name, 1, 'morning'],
      [tanaka.name, 2, 'morning'],
      [ferro.name, 3, 'afternoon'],
      [qureshi.name, 4, 'afternoon'],
      [castell.name, 5, 'afternoon'],
    ]
    expect((await ask(clinics('continuity clinic'))).sort()).toEqual(said.sort())
  })
  test('conferences fill mornings and noon, and three carry the note that the program set the time', async () => {
    const lines = await ask('select weekday, starts_at, ends_at from conferences order by 1, 2')
    const at = (time: string) => lines.filter(([, starts]) => starts === time).map(([weekday]) => weekday)
    expect(at('07:00')).toEqual([1, 2, 3, 4, 5])
    expect(at('12:00')).toEqual([1, 2, 3, 4, 4, 5])
    const set = "select name, weekday, starts_at from conferences where note like '%ime set by the program%' order by 1"
    expect(await ask(set)).toEqual([
      ['Hepatobiliary tumor board', 2, '16:00'],
      ['Intensive care lecture', 3, '13:30'],
      ['Lung tumor board', 2, '17:00'],
    ])
    const neuro = "select weekday, first_on, every_weeks from conferences where name like 'Neuro%'"
    expect(await one(neuro)).toEqual([4, '2026-07-09', 2])
  })
})

describe('the residents’ year', () => {
  /** July to June, a letter a month: where the 20th finds them. */
  const years: [keyof typeof residents, string][] = [
    ['haddad', 'PPPPEPPPEPPP'],
    ['brandt', 'PPPPPPEPPPPE'],
    ['raman', 'PPNCPUNVPCBP'],
    ['okafor', 'VCPNBPPNUPCV'],
    ['lindqvist', 'PNDDDDDDDDDD'],
    ['osei', 'NPDDDDDDDDDD'],
    ['tanaka', 'DDDCPPDDDDDD'],
    ['ferro', 'DDDDDDCPPDDD'],
    ['qureshi', 'DDMDDDDDDDPP'],
    ['castell', 'DDDMDDDDDDPP'],
    ['moreno', 'AAOOVTKMPRIG'],
    ['abara', 'OOAAKMPVTIRG'],
  ]
  test.each(years)('%s has it as promised', async (who, year) => {
    const months = [7, 8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6].map(
      (month) => `${month > 6 ? 2026 : 2027}-${String(month).padStart(2, '0')}-20`,
    )
    const letters = months.map((on) =>
      column(`select s.letter from duties d join services s on s.id = d.service_id where d.kind = 'duty'
        and d.person_id = '${residents[who].personId}' and '${on}' between d.first_on and d.last_on`),
    )
    expect((await Promise.all(letters)).flat().join('')).toBe(year)
  })
  test('the second years take call on one weekend in four, each on their own', async () => {
    const calls = await ask(`select p.name, d.first_on, d.last_on from duties d join people p on p.id = d.person_id
      where d.kind = 'call' order by d.first_on`)
    const mine = (name: string) => calls.filter(([who]) => who === name).map(([, on]) => String(on))
    for (const who of [residents.qureshi, residents.castell]) {
      const saturdays = mine(who.name)
      expect(saturdays).toHaveLength(13)
      expect(saturdays.every((on, at) => weekdayOf(on) === 6 && (!at || daysFrom(saturdays[at - 1], on) === 28))).toBe(
        true,
      )
    }
    expect(calls).toHaveLength(26)
  })
  test('consult weeks go round the eight peripheral attendings, stroke weeks round the three of neuro', async () => {
    const rota = (kind: string) =>
      column(`select p.name from duties d join people p on p.id = d.person_id where d.kind = '${kind}'
        and d.first_on between '2026-06-29' and '2026-08-17' order by d.first_on`)
    const names = Object.values(attendings).map(({ name }) => name)
    expect(await rota('consult week')).toEqual(names.slice(0, 8))
    expect((await rota('stroke week')).slice(0, 3)).toEqual(names.slice(8))
  })
  test('the fourth years are away for their core examination in June', async () => {
    const away = await ask(`select p.name, a.first_on from absences a join people p on p.id = a.person_id
      where a.kind = 'Core examination' order by 1`)
    expect(away).toEqual([
      [residents.osei.name, '2027-06-03'],
      [residents.lindqvist.name, '2027-06-03'],
    ])
  })
})

describe('what students can have', () => {
  test('at most three are on peripheral IR at once, one on neuro IR, none elsewhere', async () => {
    const most = 'select slug, most_students from services where takes_students = 1 order by 1'
    expect(await ask(most)).toEqual([
      ['neuro', 1],
      ['peripheral', 3],
    ])
  })
  test('seats a block are as promised', async () => {
    const seats = (kind: string, slug: string) =>
      ask(`select b.name, o.seats from openings o join blocks b on b.id = o.block_id join clerkships c on
        c.id = o.clerkship_id join services s on s.id = o.service_id where c.kind = '${kind}' and s.slug = '${slug}'
        order by b.first_on`)
    const numbered = [3, 3, 3, 2, 2, 1, 1, 1, 1, 1, 1, 1].map((count, at) => [`${at + 1}`, count])
    expect(await seats('sub-internship', 'peripheral')).toEqual(numbered)
    expect(await seats('sub-internship', 'neuro')).toEqual(['1', '2', '3', '4', '7', '8'].map((name) => [name, 1]))
    const halves = [7, 8, 9, 10, 11, 12].flatMap((n) => [`${n}A`, `${n}B`])
    expect(await seats('elective', 'peripheral')).toEqual(halves.map((name) => [name, 1]))
    expect(await seats('elective', 'neuro')).toEqual([])
  })
  test('every block closes 60 days before its own first day', async () => {
    for (const [first, closes] of await ask('select first_on, apply_by_on from blocks'))
      expect(closes).toBe(addDays(String(first), -60))
  })
  test('blocks 1 to 6 opened in February, 7 to 12 in August; the next year opens on February 1 and has no dates yet', async () => {
    const opened = `select cast(b.name as integer) < 7, w.opens_at from windows w join blocks b on b.id = w.block_id
      group by 1, 2 order by 2`
    expect(await ask(opened)).toEqual([
      [1, instantOn('2026-02-02', '09:00').getTime()],
      [0, instantOn('2026-08-03', '09:00').getTime()],
    ])
    expect(await one("select opens_at from academic_years where id = '2027-28'")).toEqual([
      instantOn('2027-02-01', '09:00').getTime(),
    ])
    expect(await one("select count(*) from blocks where year_id = '2027-28'")).toEqual([0])
  })
  test('a sub-internship costs $150, an elective $75, in these weeks and years', async () => {
    expect(await ask('select kind, fee_cents, weeks, years from clerkships order by 1')).toEqual([
      ['elective', 7500, 2, '[3,4]'],
      ['sub-internship', 15000, 4, '[4]'],
    ])
  })
  test('both ask for the same papers; those to start 28 days before, the flu dose on the first day', async () => {
    const keys = (phase: string) =>
      column(
        `select distinct key from requirements where phase = '${phase}' group by key having count(*) = 2 order by 1`,
      )
    expect(await keys('to apply')).toEqual(
      ['cv', 'transcript', 'school', 'exam', 'core-clerkships', 'statement', 'immunization-form'].sort(),
    )
    const start = ['mmr', 'varicella', 'hepatitis-b', 'tdap', 'tb', 'influenza', 'n95', 'bls', 'background-check']
    start.push('drug-screen', 'hipaa', 'bloodborne', 'radiation', 'malpractice', 'insurance', 'agreement')
    expect(await keys('to start')).toEqual([...start, 'confidentiality', 'photo'].sort())
    const due =
      "select distinct due_days_before, key = 'influenza' from requirements where phase = 'to start' order by 1"
    expect(await ask(due)).toEqual([
      [0, 1],
      [28, 0],
    ])
    const rules = Object.fromEntries(await ask('select key, rule from requirements'))
    expect(JSON.parse(String(rules.transcript))).toEqual({ kind: 'issued-within', days: 183, before: 'sending' })
    expect(JSON.parse(String(rules.statement))).toEqual({ kind: 'statement', words: 300 })
    expect(JSON.parse(String(rules['drug-screen']))).toEqual({ kind: 'issued-within', days: 90, before: 'start' })
  })
})

describe('applications on November 24', () => {
  const withStatus = (status: string, more = '') =>
    column(`select who.name from ${wait} where a.status = '${status}' ${more} order by a.reference`)
  test('of five sent, two wait for the home school', async () => {
    const asked = "and exists (select 1 from confirmations c where c.application_id = a.id and c.status = 'asked')"
    expect(await withStatus('submitted', asked)).toEqual([cast.lindgren.name, cast.patel.name])
  })
  test('one went back for the transcript, one for the immunization form', async () => {
    const reasons = await column(`select reason from ${wait} where a.status = 'returned' order by a.reference`)
    expect(reasons).toEqual([expect.stringContaining('transcript'), expect.stringContaining('immunization form')])
  })
  test('of five who can be placed, two have an offer, one a draft, and two are unscored', async () => {
    const where = `select p.status, exists (select 1 from reviews r where r.application_id = a.id) from ${wait}
      left join placements p on p.application_id = a.id where a.status = 'eligible' order by 1, 2`
    expect(await ask(where)).toEqual([
      [null, 0],
      [null, 0],
      ['draft', 1],
      ['offered', 1],
      ['offered', 1],
    ])
  })
  test('two wait for block 7 on neuro IR, and who declined block 8 waits for block 8 on neuro IR', async () => {
    const wishes = `select who.name, b.name || ' ' || s.slug from ${wait} join choices c on c.application_id = a.id
      join blocks b on b.id = c.block_id join services s on s.id = c.service_id
      where a.status = 'waitlisted' and c.rank = 1 order by a.reference`
    expect(await ask(wishes)).toEqual([
      [cast.mensah.name, '7 neuro'],
      [cast.goldberg.name, '7 neuro'],
      [cast.sokolov.name, '8 neuro'],
    ])
    const declined = `select who.name, b.name, s.slug from ${placed} join people who on who.id = p.student_id
      where p.status = 'declined'`
    expect(await ask(declined)).toEqual([[cast.sokolov.name, '8', 'peripheral']])
  })
  test('three were not offered a place, one after an offer for block 5 ended', async () => {
    const lapsed = `select who.name, b.name from ${placed} join people who on who.id = p.student_id
      where p.status = 'lapsed'`
    expect(await ask(lapsed)).toEqual([[cast.castillo.name, '5']])
    expect(await withStatus('not offered')).toContain(cast.castillo.name)
  })
  test('of three who withdrew, one did before a decision, one 20 days before block 4, one by the school', async () => {
    const ends = `select who.name, e."from", e.at, e.note_id from ${wait} join events e on e.subject_id = a.id
      and e.step = 'withdraw' order by e.at`
    const [huang, rao, webber] = await ask(ends)
    expect(huang.slice(0, 2)).toEqual([cast.huang.name, 'submitted'])
    expect(rao.slice(0, 2)).toEqual([cast.rao.name, 'placed'])
    expect(daysFrom(day(rao[2]), '2026-09-28')).toBe(20)
    expect([webber[0], webber[3]]).toEqual([cast.webber.name, null])
    expect(await column("select status from confirmations where status = 'revoked'")).toHaveLength(1)
  })
  test('everybody heard within 21 days of sending, or has been waiting for less', async () => {
    const decisions = `select a.sent_at, min(e.at) from applications a left join events e on e.subject_id = a.id
      and e.step not in ('start', 'send', 'sign review') where a.sent_at is not null group by a.id`
    const waits = (await ask(decisions)).map(([sent, heard]) => daysFrom(day(sent), day(heard ?? demoStartsAt)))
    expect(waits).toHaveLength(41)
    expect(Math.max(...waits)).toBeLessThanOrEqual(21)
  })
})

describe('placements on November 24', () => {
  const inBlocks = (status: string) =>
    ask(`select b.name, s.slug, count(*) from ${placed} where p.status = '${status}' group by 1, 2
      order by b.first_on, 2`)
  test('fifteen are over: twelve in blocks 1 to 3, two in block 4, one in block 5', async () => {
    expect(await inBlocks('completed')).toEqual([
      ...['1', '2', '3'].flatMap((name) => [
        [name, 'neuro', 1],
        [name, 'peripheral', 3],
      ]),
      ['4', 'neuro', 1],
      ['4', 'peripheral', 1],
      ['5', 'peripheral', 1],
    ])
  })
  test('one is running, two more are confirmed, and two are accepted with papers missing', async () => {
    expect(await inBlocks('confirmed')).toEqual([
      ['6', 'peripheral', 1],
      ['7', 'peripheral', 1],
      ['7B', 'peripheral', 1],
    ])
    expect(await inBlocks('accepted')).toEqual([
      ['7', 'neuro', 1],
      ['8', 'peripheral', 1],
    ])
  })
  test('two offers are open: block 8 on neuro IR until December 8, elective 8A until December 2', async () => {
    const open = await ask(`select b.name, s.slug, p.expires_at from ${placed} where p.status = 'offered' order by 1`)
    expect(open.map(([block, slug, at]) => [block, slug, day(at)])).toEqual([
      ['8', 'neuro', '2026-12-08'],
      ['8A', 'peripheral', '2026-12-02'],
    ])
  })
  test('one is a draft, for block 9, and one for block 4 was given up', async () => {
    expect(await inBlocks('draft')).toEqual([['9', 'peripheral', 1]])
    expect(await inBlocks('withdrawn')).toEqual([['4', 'peripheral', 1]])
  })
})

describe('what is judged on November 24', () => {
  const over = `${placed} left join grades g on g.placement_id = p.id left join signed_grades v on v.grade_id = g.id
    where p.status = 'completed'`
  test('all grades of blocks 1 to 3 are signed, eleven by day 42 and one a day late; block 4 has one, block 5 none', async () => {
    const grades = await ask(`select cast(b.name as integer), b.last_on, v.signed_at from ${over}`)
    const taken = grades.filter(([n]) => Number(n) <= 3).map(([, last, at]) => daysFrom(String(last), day(at)))
    expect(taken).toHaveLength(12)
    expect([taken.filter((days) => days <= 42).length, Math.max(...taken)]).toEqual([11, 43])
    const signed = (n: number) => grades.filter(([block, , at]) => block === n && at !== null).length
    expect([signed(4), signed(5)]).toEqual([1, 0])
  })
  test('a grade of block 4 is due since November 20, one of block 5 on December 18, by the program’s rules', async () => {
    const due = `select b.name, date(b.last_on, '+' || r.grade_due_days || ' days'),
      date(b.last_on, '+' || r.grade_limit_days || ' days') from ${over.replace('where', 'join program r on 1 where')}
      and g.id is null order by b.first_on`
    expect(await ask(due)).toEqual([
      ['4', '2026-11-20', '2026-12-04'],
      ['5', '2026-12-18', '2027-01-01'],
    ])
  })
  test('one resident owes an evaluation since October 30; those of block 5 are due on November 27', async () => {
    const owed = `select b.name, a.name, e.due_on from evaluations e join placements p on p.id = e.placement_id
      join openings o on o.id = p.opening_id join blocks b on b.id = o.block_id join people a on a.id = e.author_id
      join questionnaires q on q.id = e.questionnaire_id where e.status = 'requested' and q.slug not like 'midpoint%'
      order by e.due_on, a.name`
    expect(await ask(owed)).toEqual([
      ['4', residents.brandt.name, '2026-10-30'],
      ['5', attendings.chen.name, '2026-11-27'],
      ['5', residents.brandt.name, '2026-11-27'],
      ['5', residents.raman.name, '2026-11-27'],
    ])
  })
  test('seven letters were asked for and uploaded by late September', async () => {
    const letters = await ask('select status, uploaded_at from letters')
    expect(letters.map(([status]) => status)).toEqual(Array(7).fill('uploaded'))
    expect(letters.every(([, at]) => day(at) <= '2026-09-30')).toBe(true)
  })
})
