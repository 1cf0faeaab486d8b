import { eq } from 'drizzle-orm'
import { addDays } from '#app/workflow/day.server'
import { read } from '#db/client'
import * as table from '#db/schema/index'
import { type Applicant, applies, type Fate, newPage, type Sheet } from './applicants'
import { blockRows, yearId } from './calendar'
import { idOf, pick } from './cast'
import { clerkship, openingRows, subInternship } from './clerkships'
import { lives } from './lives'
import { programOf, standingSince, type Year, yearFrom, yearsBefore } from './past-years'
import { rotates } from './rotations'
import { noRows, writeRows } from './rows'

export type Size = { applicants: number; years: number }

/** Applicants that one transaction writes: far under the 5 s that a write may take. */
const BATCH = 100

/**
 * Makes the demo's world larger: so many applicants in each of so many years, the demo's year the last of them. The
 * demo's own people and places stay as they are, so that the year's seats stay as they are. The same rows each time.
 * Told as rows, not by commands: ten years of 1,000 would take half an hour.
 */
export async function seedLarger({ applicants, years }: Size): Promise<void> {
  const sheet = await keptSheet()
  const past = yearsBefore(years - 1)
  if (past.length > 0) await writeRows({ ...noRows(), ...standingSince(past[0]) })
  for (const year of past) {
    await writeRows({ ...noRows(), ...programOf(year) })
    await seedYear(year, applicants, sheet)
  }
  await seedYear(yearFrom(Number(yearId.slice(0, 4))), Math.max(0, applicants - lives.length), sheet)
}

/** A sheet that the demo keeps already, for every paper of the crowd. */
async function keptSheet(): Promise<Sheet> {
  const [{ storedAs, type, size, sha256 }] = await read
    .select()
    .from(table.files)
    .where(eq(table.files.type, 'application/pdf'))
    .orderBy(table.files.id)
    .limit(1)
  return { storedAs, type, size, sha256 }
}

async function seedYear(year: Year, applicants: number, sheet: Sheet): Promise<void> {
  const people = year.isNow ? waiting(year, applicants) : decided(year, applicants)
  for (let at = 0; at < people.length; at += BATCH) {
    const told = newPage(sheet)
    for (const [me, isSecond] of people.slice(at, at + BATCH))
      if (['completed', 'declined', 'lapsed'].includes(me.fate)) rotates(told, me, isSecond)
      else applies(told, me)
    told.rows.events.sort((a, b) => a.at.getTime() - b.at.getTime())
    await writeRows(told.rows)
  }
}

type Somebody = [me: Applicant, isSecond: boolean]

/** Every seat of a year that is over was taken, as far as there were applicants; the others had no luck. */
function decided(year: Year, applicants: number): Somebody[] {
  const seats = openingRows.flatMap((row) => Array.from({ length: row.seats }, () => row)).sort(byApplyBy)
  const every = Math.max(2, Math.floor(applicants / seats.length))
  return Array.from({ length: applicants }, (_, n) => {
    const seat = Math.floor(n / every)
    const opening = seats[seat % seats.length]
    const isTaken = seat < seats.length && n % every === every - 1
    // Whoever comes just before may have had the offer first, and not taken it.
    const isFirst = seat < seats.length && n % every === every - 2 && seat % 5 === 0
    const fate = isTaken ? 'completed' : isFirst ? (seat % 2 ? 'lapsed' : 'declined') : unlucky(year, n)
    return [applicant({ year, n, fate, opening, seat }), isTaken && seat % 5 === 0]
  })
}

const applyBy = (row: { blockId: string }) => blockRows.find(({ id }) => id === row.blockId)?.applyByOn as string
const byApplyBy = (a: { blockId: string }, b: { blockId: string }) => applyBy(a).localeCompare(applyBy(b))

/** Out of a hundred, by number. */
function among(words: string, shares: [Fate, number][]): Fate {
  let left = pick(words, 100)
  for (const [fate, share] of shares) {
    if (left < share) return fate
    left -= share
  }
  return 'refused'
}

const unlucky = (year: Year, n: number) =>
  among(`fate ${year.id} ${n}`, [
    ['draft', 3],
    ['withdrawn', 8],
    ['passed over', 38],
    ['left waiting', 8],
  ])

/** The demo's own year on its day: most have heard, some have just sent, blocks 10 to 12 are still open. */
function waiting(year: Year, applicants: number): Somebody[] {
  const own = openingRows.filter((row) => row.clerkshipId === clerkship(subInternship)).sort(byApplyBy)
  const closed = own.filter((row) => applyBy(row) <= '2026-11-05')
  const open = own.filter((row) => applyBy(row) > '2027-01-01')
  return Array.from({ length: applicants }, (_, n) => {
    const fate = among(`fate now ${n}`, [
      ['draft', 4],
      ['submitted', 6],
      ['returned', 1],
      ['eligible', 4],
      ['waitlisted', 3],
      ['withdrawn', 8],
      ['passed over', 24],
    ])
    const isOpen = ['draft', 'submitted', 'returned', 'eligible', 'waitlisted'].includes(fate)
    const from = isOpen ? open : closed
    const opening = from[Math.floor((n * from.length) / applicants)]
    return [applicant({ year, n, fate, opening, seat: 0 }), false]
  })
}

/** Days before November 24 on which somebody has sent whose application is still open. */
const sentBefore: Partial<Record<Fate, [least: number, most: number]>> = {
  draft: [1, 12],
  submitted: [1, 19],
  returned: [6, 9],
  eligible: [15, 34],
  waitlisted: [24, 60],
}

function sentOn(year: Year, n: number, fate: Fate, opening: Applicant['opening']): string {
  const words = `sent ${year.id} ${n}`
  const [least, most] = (year.isNow && sentBefore[fate]) || [0, 0]
  if (most > 0) return addDays('2026-11-24', -least - pick(words, most - least))
  return addDays(applyBy(opening), -year.earlier - 12 - pick(words, 30))
}

const firsts =
  'Ada Alma Amir Anika Anton Asha Bela Bruno Cara Cato Dana Dario Edda Elio Enzo Esme Faye Finn Gia Goran Hani Ida ' +
  'Ilya Ines Ivo Jana Joss Kai Kira Lars Leda Lior Luca Mara Mateo Mila Nadia Nico Noor Odin Olga Omar Otto Pia Quinn ' +
  'Rafa Remy Rhea Rosa Sami Selma Signe Tariq Tess Uma Vera Viggo Wren Yara Zeno'
const lasts =
  'Abbott Acosta Adair Alder Amari Arden Aziz Baird Banks Barros Becker Bianchi Blum Bosch Calder Carver Castro Chan ' +
  'Cole Cruz Dahl Dalal Devi Dietz Dunn Eames Eklund Engel Ferris Fisk Flores Franco Gallo Garza Ghosh Grant Haas ' +
  'Hale Haq Heller Holm Hsu Ibarra Iyer Jarvis Joshi Kane Kapur Kato Keller Khan Kovac Lam Lang Lazar Lima Lund Maki ' +
  'Marin Mehta Moser Mura Nash Nejad Nunez Oduya Okada Orr Ozturk Pace Patil Perez Quist Rahman Reyes Ricci Roth ' +
  'Sato Shah Silva Singh Sosa Stern Tan Tello Torres Udall Unger Vance Vega Voss Wade Weber Wolff Xiong Yates York ' +
  'Zafar Zeller'
const [firstNames, familyNames] = [firsts.split(' '), lasts.split(' ')]
const schools = ['arroyo', 'cedar', 'bayline', 'sierra', 'northgate', 'meridian', 'fairmont', 'lakeshore']

type Made = Pick<Applicant, 'year' | 'fate' | 'opening' | 'seat'> & { n: number }

function applicant({ year, n, fate, opening, seat }: Made): Applicant {
  const key = `crowd ${year.id} ${n}`
  const first = firstNames[pick(`${key} first`, firstNames.length)]
  const familyName = familyNames[pick(`${key} family`, familyNames.length)]
  return {
    kind: 'person',
    year,
    number: 1001 + n,
    personId: idOf(key),
    name: `${first} ${familyName}`,
    familyName,
    email: `${first}.${familyName}.${year.from}.${n}@students.example`.toLowerCase(),
    school: schools[pick(`${key} school`, schools.length)],
    applicationId: idOf(`application ${key}`),
    fate,
    opening,
    seat,
    sentOn: sentOn(year, n, fate, opening),
  }
}
