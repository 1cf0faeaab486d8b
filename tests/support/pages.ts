import { createHash } from 'node:crypto'
import type { Client } from '@libsql/client'
import { openFile } from './file'

/** Who opens what, at the width of the screen they work at. */
type Opened = { who: string; width: number; paths: string[] }

const PHONE = 390
const DESK = 1280

/** Every URL once for each role whose page differs; `:name` is filled from the demo's rows by `recordsOf`. */
export const pages: Opened[] = [
  {
    who: 'nobody',
    width: PHONE,
    paths: [
      '/',
      '/program/services',
      '/program/curriculum',
      '/program/people',
      '/program/conferences',
      '/clerkships',
      '/clerkships/sub-internship',
      '/help',
      '/sign-in',
      '/sign-in/code?email=lena.park@students.example',
      '/invitations/:invitation',
      '/s/:link',
      '/s/:link/refusal',
      '/dev/mail',
      '/no-such-page',
    ],
  },
  {
    who: 'Lena Park',
    width: PHONE,
    paths: [
      '/today',
      '/account',
      '/account/addresses',
      '/account/addresses/code?email=lena@home.example',
      '/profile',
      '/applications',
      '/applications/new',
      '/applications/:lena',
      '/applications/:lena/choices',
      '/applications/:lena/documents/cv',
      '/applications/:lena/statement',
      '/applications/:lena/confirmation',
      '/applications/:lena/check',
      '/applications/:lena/withdrawal',
    ],
  },
  {
    who: 'Amara Diallo',
    width: PHONE,
    paths: ['/today', '/placements/:offer', '/placements/:offer/refusal', '/applications/:amara/wishes'],
  },
  {
    who: 'Jonah Weiss',
    width: PHONE,
    paths: ['/today', '/rotation', '/feedback', '/placements/:here', '/placements/:here/withdrawal'],
  },
  {
    who: 'Clara Jensen',
    width: PHONE,
    paths: ['/today', '/feedback', '/placements/:done/grade', '/placements/:done/letter'],
  },
  {
    who: 'Elias Brandt',
    width: PHONE,
    paths: [
      '/today',
      '/schedule/2026-27',
      '/evaluations',
      '/evaluations/:owed',
      '/evaluations/:owed/signature',
      '/evaluations/:owed/refusal',
      '/evaluations/:owed/concern',
      '/evaluations/:sent',
      '/evaluations/:sent/amendment',
    ],
  },
  { who: 'Dr. Faraj', width: PHONE, paths: ['/today', '/evaluations', '/evaluations/:farajs'] },
  {
    who: 'Ana Whitlock',
    width: DESK,
    paths: [
      '/today',
      '/review',
      '/review/:iris',
      '/review/:iris/return',
      '/review/:iris/no-offer',
      '/board/2026-27',
      '/board/2026-27?place=:ines',
      '/board/2026-27/list',
      '/board/2026-27/publication',
      '/board/2026-27/proposal',
      '/waitlist/2026-27',
      '/waitlist/2026-27/:waited',
      '/waitlist/2026-27/:waited/pause',
      '/waitlist/2026-27/:waited/order?place=:leah',
      '/placements/:here',
      '/placements/:here/cancellation',
      '/board/2026-27/blocks/:block/cancellation',
      '/board/2026-27/blocks/:block/move?to=2027-03-08',
      '/pairings/:block',
      '/pairings/:block?fill=1',
      '/pairings/:block/publication',
      '/completion',
      '/people',
      '/people/invitations',
      '/people/:brandt',
      '/people/:brandt/roles',
      '/people/:brandt/teaching',
      '/schedule/2026-27',
      '/schedule/2027-28',
      '/schedule/2026-27/entry',
      '/schedule/2026-27/people/:brandt',
      '/absences',
      '/absences/new',
      '/absences/:absence',
      '/settings',
      '/settings/program',
      '/settings/placing',
      '/settings/figures',
      '/settings/figures/training',
      '/settings/services',
      '/settings/services/new',
      '/settings/services/peripheral',
      '/settings/services/peripheral/sessions',
      '/settings/services/peripheral/week',
      '/settings/services/peripheral/procedures',
      '/settings/conferences',
      '/settings/conferences/new',
      '/settings/conferences/:conference',
      '/settings/clinic-days',
      '/settings/clinic-days/:bauer',
      '/settings/curriculum',
      '/settings/curriculum/2',
      '/settings/years',
      '/settings/years/new',
      '/settings/years/2026-27',
      '/settings/years/2027-28',
      '/settings/years/2026-27/dates',
      '/settings/years/2026-27/holidays',
      '/settings/years/2027-28/copy',
      '/settings/years/2027-28/blocks/new',
      '/settings/years/2026-27/blocks/:block',
      '/settings/years/2026-27/windows',
      '/settings/years/2027-28/windows',
      '/settings/clerkships',
      '/settings/clerkships/new',
      '/clerkships/sub-internship/edit',
      '/clerkships/sub-internship/requirements/new',
      '/clerkships/sub-internship/requirements/order',
      '/clerkships/sub-internship/requirements/transcript',
      '/clerkships/sub-internship/requirements/statement',
      '/openings/2026-27',
      '/openings/2026-27?clerkship=elective',
      '/openings/2027-28',
      '/roster/2026-27',
      '/roster/2026-27?on=2026-11-30',
      '/messages',
      '/work',
      '/events',
    ],
  },
  { who: 'Ruth Calloway', width: DESK, paths: ['/today', '/review?stage=health'] },
  {
    who: 'Dr. Duarte',
    width: DESK,
    paths: ['/today', '/placements/:owing/grade', '/placements/:owing/grade/signature', '/completion'],
  },
  {
    who: 'Dr. Adler',
    width: DESK,
    paths: [
      '/today',
      '/letters',
      '/letters/:letter',
      '/letters/:letter/signature',
      '/pairings/:block',
      '/board/2026-27',
      '/board/2026-27/overbooking?place=:ines&opening=:opening',
    ],
  },
  { who: 'Dr. Bauer', width: DESK, paths: ['/today', '/review/:iris'] },
]

/** Pages that are looked at elsewhere, by URL, and where. */
export const lookedAtElsewhere: Record<string, string> = {
  '/styleguide': 'styleguide.spec.ts, in every theme and width',
  '/board/:year/proposal/acceptance': 'proposal.spec.ts, once nothing was chosen',
  '/waitlist/:year/:openingId/offer': 'waitlist.spec.ts, once a seat is free',
}

const applicationOf = (name: string) =>
  `select a.id from applications a join people p on p.id = a.student_id where p.name = '${name}'`
const placementOf = (name: string) =>
  `select l.id from placements l join people p on p.id = l.student_id where p.name = '${name}'`
const personOf = (name: string) => `select id from people where name = '${name}'`
const evaluationOf = (name: string, statuses: string) =>
  `select id from evaluations where author_id = (${personOf(name)}) and status in (${statuses}) order by due_on limit 1`
const owed = "'requested', 'drafted'"

const questions: Record<string, string> = {
  lena: applicationOf('Lena Park'),
  iris: applicationOf('Iris Romero'),
  ines: applicationOf('Ines Rivera'),
  amara: applicationOf('Amara Diallo'),
  offer: placementOf('Amara Diallo'),
  here: placementOf('Jonah Weiss'),
  done: placementOf('Clara Jensen'),
  owing: placementOf('Theo Marsh'),
  owed: evaluationOf('Elias Brandt', owed),
  sent: evaluationOf('Elias Brandt', "'signed'"),
  farajs: evaluationOf('Dr. Faraj', owed),
  letter: `select id from letters where author_id = (${personOf('Dr. Adler')}) limit 1`,
  brandt: personOf('Elias Brandt'),
  bauer: personOf('Dr. Bauer'),
  absence: `select id from absences where person_id = (${personOf('Elias Brandt')}) order by first_on desc limit 1`,
  conference: "select id from conferences where name = 'Core radiology'",
  block: "select id from blocks where year_id = '2026-27' and name = '7'",
  leah: applicationOf('Leah Goldberg'),
  waited: `select o.id from openings o join blocks b on b.id = o.block_id join services s on s.id = o.service_id
    where b.name = '7' and s.slug = 'neuro' order by o.id limit 1`,
  opening: `select o.id from openings o join blocks b on b.id = o.block_id join services s on s.id = o.service_id
    where b.name = '8' and s.slug = 'neuro' order by o.id limit 1`,
}

/** A link to a school that has not answered yet and an open invitation: the demo's own are known by their hash only. */
async function openLinks(client: Client): Promise<Record<string, string>> {
  const tokens = { link: 'a-link-of-the-tests', invitation: 'an-invitation-of-the-tests' }
  const hash = (token: string) => createHash('sha256').update(token).digest('hex')
  const until = new Date('2030-01-01').getTime()
  await client.execute({
    sql: `insert or ignore into links (id, purpose, subject_id, email, token_hash, created_at, expires_at)
      select 'link', 'school', id, 'registrar@northgate.example', ?, 0, ? from confirmations where status = 'asked' limit 1`,
    args: [hash(tokens.link), until],
  })
  await client.execute({
    sql: `insert or ignore into invitations (id, email, name, role, token_hash, invited_by_id, expires_at)
      select 'invitation', 'kim@rotations.example', 'Dr. Kim', 'attending', ?, id, ? from people
      where name = 'Ana Whitlock'`,
    args: [hash(tokens.invitation), until],
  })
  return tokens
}

/** What stands in the paths' `:name`, in this database. */
export async function recordsOf(database: string): Promise<Record<string, string>> {
  const client = openFile(database)
  const records = await openLinks(client)
  for (const [name, question] of Object.entries(questions))
    records[name] = String((await client.execute(question)).rows[0]?.id)
  client.close()
  return records
}

/** A path of the list with these records in it. */
export const pathOf = (path: string, records: Record<string, string>) =>
  path.replace(/:(\w+)/g, (_, name: string) => records[name])
