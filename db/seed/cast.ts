import { createHash } from 'node:crypto'
import type { Role } from '#db/schema/people/actors'

/** The id of a row that the seed names by a key: the same on every machine. */
export const idOf = (key: string) => createHash('sha256').update(`ir-rotations ${key}`).digest('hex').slice(0, 20)

/** A number from words: the same each time, so that the demo varies and never changes. */
export const pick = (words: string, of: number) => Number.parseInt(idOf(words).slice(0, 6), 16) % of

/** One invented person: an actor (`kind`, `personId`, `name`, `roles`) with what the seed and the tests need besides. */
export type Member = {
  kind: 'person'
  key: string
  personId: string
  name: string
  familyName: string
  email: string
  phone: string
  roles: readonly Role[]
  hint: string
}

let line = 100

function person(name: string, roles: Role[], hint: string, domain = 'rotations.example'): Member {
  const bare = name.replace('Dr. ', '')
  const familyName = bare.split(' ').at(-1) as string
  const key = bare.toLowerCase().replaceAll(' ', '.')
  const phone = `213-555-0${line++}`
  return { kind: 'person', key, personId: idOf(key), name, familyName, email: `${key}@${domain}`, phone, roles, hint }
}

const student = (name: string, hint: string) => person(name, ['student'], hint, 'students.example')
const resident = (name: string, hint: string) => person(name, ['resident'], hint)
const attending = (name: string, hint: string, ...more: Role[]) => person(name, ['attending', ...more], hint)

export const staff = {
  whitlock: person('Ana Whitlock', ['coordinator'], 'Coordinator'),
  pierce: person('Joel Pierce', ['coordinator'], 'Coordinator'),
  calloway: person('Ruth Calloway', ['health-reviewer'], 'Health reviewer: immunizations and tests'),
} satisfies Record<string, Member>

/** P1 to P8 peripheral, N1 to N3 neuro, in the order of the rota. */
export const attendings = {
  adler: attending('Dr. Adler', 'Program director: letters, overbooking', 'program-director'),
  bauer: attending('Dr. Bauer', 'Attending and reviewer', 'reviewer'),
  chen: attending('Dr. Chen', 'Attending, clinic on Wednesday and Friday'),
  duarte: attending('Dr. Duarte', 'Clerkship director: grades, forms', 'clerkship-director'),
  eriksen: attending('Dr. Eriksen', 'Attending and reviewer', 'reviewer'),
  faraj: attending('Dr. Faraj', 'Attending, consult week in block 6'),
  gupta: attending('Dr. Gupta', 'Attending and reviewer, vein clinic', 'reviewer'),
  hale: attending('Dr. Hale', 'Attending, vein clinic'),
  ito: attending('Dr. Ito', 'Neuro IR attending'),
  jonas: attending('Dr. Jonas', 'Neuro IR attending'),
  kessler: attending('Dr. Kessler', 'Neuro IR attending'),
} satisfies Record<string, Member>

/** 6A 6B 5C 5D 4E 4F 3G 3H 2I 2J 1K 1L of demo-year.md, in that order. */
export const residents = {
  haddad: person('Noor Haddad', ['resident', 'coordinator'], 'PGY 6, chief resident, also a coordinator'),
  brandt: resident('Elias Brandt', 'PGY 6, 2 evaluations waiting'),
  raman: resident('Priya Raman', 'PGY 5, with Jonah Weiss this week'),
  okafor: resident('Tomas Okafor', 'PGY 5'),
  lindqvist: resident('Grace Lindqvist', 'PGY 4'),
  osei: resident('Daniel Osei', 'PGY 4'),
  tanaka: resident('Mei Tanaka', 'PGY 3'),
  ferro: resident('Julian Ferro', 'PGY 3'),
  qureshi: resident('Sana Qureshi', 'PGY 2'),
  castell: resident('Owen Castell', 'PGY 2'),
  moreno: resident('Lucia Moreno', 'PGY 1'),
  abara: resident('Henry Abara', 'PGY 1'),
} satisfies Record<string, Member>

export const students = {
  park: student('Lena Park', 'Draft: 3 tasks left, for block 10'),
  delgado: student('Rosa Delgado', 'Draft for block 8'),
  cho: student('Ethan Cho', 'Draft for block 8'),
  romero: student('Iris Romero', 'Sent November 9'),
  winters: student('Caleb Winters', 'Sent November 16, elective'),
  seo: student('Yuna Seo', 'Sent November 21'),
  lindgren: student('Maya Lindgren', 'Sent, waiting for the home school'),
  patel: student('Arjun Patel', 'Sent, waiting for the home school'),
  bernard: student('Hugo Bernard', 'Returned: immunization form incomplete'),
  stone: student('Talia Stone', 'Returned: transcript'),
  diallo: student('Amara Diallo', 'Offered block 8 on neuro IR, reply by December 8'),
  aoki: student('Ben Aoki', 'Offered elective 8A, reply by December 2'),
  bell: student('Noah Bell', 'Can be placed; a draft in block 9'),
  rivera: student('Ines Rivera', 'Can be placed'),
  santos: student('Mateo Santos', 'Can be placed, elective'),
  mensah: student('Kofi Mensah', 'Waitlisted for block 7 neuro'),
  goldberg: student('Leah Goldberg', 'Waitlisted for block 7 neuro'),
  sokolov: student('Dmitri Sokolov', 'Declined block 8; waitlisted for block 8 neuro'),
  castillo: student('Nina Castillo', 'Not offered: the block 5 offer lapsed'),
  khalil: student('Omar Khalil', 'Not offered'),
  nolan: student('Bridget Nolan', 'Not offered'),
  huang: student('Felix Huang', 'Withdrew before the decision'),
  rao: student('Anika Rao', 'Withdrew 20 days before block 4'),
  webber: student('Grant Webber', 'Withdrawn by the school'),
  fontaine: student('Claire Fontaine', 'Accepted block 8, 3 papers missing'),
  adeyemi: student('Folake Adeyemi', 'Accepted block 7 neuro, 1 paper missing'),
  lindholm: student('Sara Lindholm', 'Confirmed for elective 7B'),
  novak: student('Lucas Novak', 'Confirmed for block 7'),
  weiss: student('Jonah Weiss', 'Here now: block 6, week 1'),
  kimura: student('Hana Kimura', 'Completed block 5'),
  marsh: student('Theo Marsh', 'Completed block 4; grade outstanding'),
  vogel: student('Petra Vogel', 'Completed block 4 on neuro IR'),
  farouk: student('Mina Farouk', 'Completed block 3'),
  carter: student('Wes Carter', 'Completed block 3'),
  nakamura: student('Emi Nakamura', 'Completed block 3'),
  klein: student('Tobias Klein', 'Completed block 3 on neuro IR'),
  jensen: student('Clara Jensen', 'Completed block 2'),
  malhotra: student('Dev Malhotra', 'Completed block 2'),
  sullivan: student('Paige Sullivan', 'Completed block 2'),
  costa: student('Rafael Costa', 'Completed block 2 on neuro IR'),
  ortiz: student('Samuel Ortiz', 'Completed block 1'),
  thompson: student('Jade Thompson', 'Completed block 1'),
  hansen: student('Viktor Hansen', 'Completed block 1'),
  yusuf: student('Amina Yusuf', 'Completed block 1 on neuro IR'),
} satisfies Record<string, Member>

/** Everybody in the demo and in the tests, by a stable key. */
export const cast = { ...staff, ...attendings, ...residents, ...students }
export type StudentKey = keyof typeof students
