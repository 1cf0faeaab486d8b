import { addDays, instantOn } from '#app/workflow/day.server'
import type { clerkships, openings, windows } from '#db/schema/program/clerkships'
import { block, blockNamed, yearId } from './calendar'
import { idOf } from './cast'
import { service } from './program'

export const clerkship = (slug: string) => idOf(`clerkship ${slug}`)
export const subInternship = 'sub-internship'
export const elective = 'elective'

export const clerkshipRows: (typeof clerkships.$inferInsert)[] = [
  {
    id: clerkship(subInternship),
    slug: subInternship,
    name: 'Sub-internship in interventional radiology',
    kind: 'sub-internship',
    summary: '4 weeks as an acting sub-intern, for 4th-year students.',
    weeks: 4,
    years: [4],
    feeCents: 15_000,
    status: 'open',
    takesVslo: true,
  },
  {
    id: clerkship(elective),
    slug: elective,
    name: 'Elective in interventional radiology',
    kind: 'elective',
    summary: '2 weeks on peripheral IR, for 3rd- and 4th-year students.',
    weeks: 2,
    years: [3, 4],
    feeCents: 7_500,
    status: 'open',
    takesVslo: true,
  },
]

const numbers = Array.from({ length: 12 }, (_, at) => at + 1)
const halves = numbers.filter((n) => n >= 7).flatMap((n) => [`${n}A`, `${n}B`])
const opensAt = (n: number) => instantOn(n <= 6 ? '2026-02-02' : '2026-08-03', '09:00')

const windowOf = (slug: string, name: string): typeof windows.$inferInsert => ({
  id: idOf(`window ${slug} ${name}`),
  clerkshipId: clerkship(slug),
  blockId: block(name),
  opensAt: opensAt(Number.parseInt(name, 10)),
})

export const windowRows = [
  ...numbers.map((n) => windowOf(subInternship, `${n}`)),
  ...halves.map((name) => windowOf(elective, name)),
]

export const opening = (clerkshipSlug: string, blockName: string, serviceSlug: string) =>
  idOf(`opening ${clerkshipSlug} ${blockName} ${serviceSlug}`)

/** Blocks whose seat is held for affiliated schools until 90 days before. */
const held = new Set(['2', '10', '9A', '10B', '11A'])

function openingOf(slug: string, name: string, serviceSlug: string, seats: number): typeof openings.$inferInsert {
  const isHeld = held.has(name) && serviceSlug === 'peripheral'
  return {
    id: opening(slug, name, serviceSlug),
    clerkshipId: clerkship(slug),
    blockId: block(name),
    serviceId: service(serviceSlug),
    seats,
    heldSeats: isHeld ? 1 : 0,
    heldUntilOn: isHeld ? addDays(blockNamed(name).firstOn, -90) : null,
  }
}

const peripheralSeats = (n: number) => (n <= 3 ? 3 : n <= 5 ? 2 : 1)

export const openingRows = [
  ...numbers.map((n) => openingOf(subInternship, `${n}`, 'peripheral', peripheralSeats(n))),
  ...[1, 2, 3, 4, 7, 8].map((n) => openingOf(subInternship, `${n}`, 'neuro', 1)),
  ...halves.map((name) => openingOf(elective, name, 'peripheral', 1)),
]

/** Drawn when the first dates of the year opened. */
export const lotteryRow = { yearId, seed: idOf('lottery'), drawnAt: opensAt(1) }
