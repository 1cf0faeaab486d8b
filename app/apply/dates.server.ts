import { and, count, eq, inArray } from 'drizzle-orm'
import { read, readAll } from '#db/client'
import { applications, blocks, choices, openings, services } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { seatsTaken } from '#db/views'
import { isOpenToStudent } from './application'
import { blockProblem, type WishedBlock, wishKey, wishName } from './choice'
import { choicesOf } from './choices.server'
import { profileOf } from './profiles.server'
import { readHead } from './records.server'
import { windowsOf, wishedBlock } from './windows.server'

/** One line of "Add a date": a block on one service, or on either. */
export type DateOption = {
  key: string
  name: string
  block: WishedBlock
  /** Why it cannot be added, in a sentence. */
  problem: string | null
  seats: number
  taken: number
  /** How many sent applications wish it. */
  asked: number
  heldUntilOn: string | null
  /** False for a service without seats where another has some, and for "either service" where only one has. */
  isListed: boolean
}
type Opening = Awaited<ReturnType<typeof openingsOf>>[number]
type Asked = { blockId: string; serviceId: string | null; n: number }

/** My wishes and every date of the clerkship, each with what speaks against it now. */
export async function readDates(me: Person, id: string, now: Date) {
  const it = await readHead(me, id)
  const { clerkshipId, yearId, studentId } = it.application
  const [windows, offered, asked, [profile], wishes] = await readAll(
    windowsOf(clerkshipId, yearId),
    openingsOf(clerkshipId, yearId),
    askedFor(clerkshipId, yearId),
    profileOf(studentId),
    choicesOf(id),
  )
  const options = windows.map(wishedBlock).flatMap((block) => {
    const problem = blockProblem(block, profile?.profile ?? null, it.clerkship, now)
    return optionsIn(block, offered, asked).map((option) => ({ ...option, problem: problem ?? seatsProblem(option) }))
  })
  const shown = { options, wishes: wishes.map((wish) => named(wish, options)), hasProfile: profile !== undefined }
  return { ...it, ...shown, isOpen: isOpenToStudent(it.application.status), now }
}

type WishRow = Awaited<ReturnType<typeof choicesOf>>[number]

function named({ choice, block, service }: WishRow, options: DateOption[]) {
  const key = wishKey(choice)
  const { id, rank, hasEnded } = choice
  return { id, rank, hasEnded, key, name: wishName(block, service), option: options.find((one) => one.key === key) }
}

function optionsIn(block: WishedBlock, offered: Opening[], asked: Asked[]): Omit<DateOption, 'problem'>[] {
  const here = offered.filter(({ opening }) => opening.blockId === block.id)
  if (here.length === 0) return []
  const seated = here.filter(({ opening }) => opening.seats > 0).length
  return [
    ...here.map((one) => ({
      ...optionOf(block, [one], one.service, asked),
      isListed: seated === 0 || one.opening.seats > 0,
    })),
    { ...optionOf(block, here, null, asked), isListed: seated > 1 },
  ]
}

/** A block whose seats were taken away, as by its cancellation, is wished by nobody. */
const seatsProblem = ({ seats }: Pick<DateOption, 'seats'>) => (seats === 0 ? 'It has no seats.' : null)

function optionOf(block: WishedBlock, of: Opening[], service: Opening['service'] | null, asked: Asked[]) {
  const wish = { blockId: block.id, serviceId: service?.id ?? null }
  const isAsked = (it: Asked) => it.blockId === block.id && (!service || !it.serviceId || it.serviceId === service.id)
  const isHeld = of.every(({ opening }) => opening.heldSeats >= opening.seats)
  return {
    key: wishKey(wish),
    name: wishName(block, service),
    block,
    seats: sum(of.map(({ opening }) => opening.seats)),
    taken: sum(of.map(({ taken }) => taken ?? 0)),
    asked: sum(asked.filter(isAsked).map(({ n }) => n)),
    heldUntilOn: isHeld ? of[0].opening.heldUntilOn : null,
  }
}

const sum = (numbers: number[]) => numbers.reduce((all, n) => all + n, 0)

function openingsOf(clerkshipId: string, yearId: string) {
  return read
    .select({ opening: openings, service: { id: services.id, name: services.name }, taken: seatsTaken() })
    .from(openings)
    .innerJoin(blocks, eq(blocks.id, openings.blockId))
    .innerJoin(services, eq(services.id, openings.serviceId))
    .where(and(eq(openings.clerkshipId, clerkshipId), eq(blocks.yearId, yearId)))
    .orderBy(blocks.firstOn, services.position)
}

function askedFor(clerkshipId: string, yearId: string) {
  const isSent = inArray(applications.status, ['submitted', 'eligible', 'waitlisted'])
  return read
    .select({ blockId: choices.blockId, serviceId: choices.serviceId, n: count() })
    .from(choices)
    .innerJoin(applications, eq(applications.id, choices.applicationId))
    .where(and(eq(applications.clerkshipId, clerkshipId), eq(applications.yearId, yearId), isSent))
    .groupBy(choices.blockId, choices.serviceId)
}
