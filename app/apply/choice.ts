import { dayText, instantText } from '#app/ui/time'
import type { choices, profiles } from '#db/schema/index'

export type Choice = typeof choices.$inferSelect
export type Profile = typeof profiles.$inferSelect

/** A block in which a clerkship may be wished, with the instants between which it is open. */
export type WishedBlock = { id: string; name: string; firstOn: string; lastOn: string; opensAt: Date; closesAt: Date }
type Course = { name: string; years: readonly number[] }

/** "Block 11, peripheral IR", "Block 12, either service". */
export function wishName(block: { name: string }, service: { name: string } | null): string {
  const name = service?.name ?? 'either service'
  return `Block ${block.name}, ${name.charAt(0).toLowerCase()}${name.slice(1)}`
}

type Wish = Pick<Choice, 'blockId' | 'serviceId'>
/** "block/service", "block/any": what a wish is called in a form. */
export const wishKey = ({ blockId, serviceId }: Wish) => `${blockId}/${serviceId ?? 'any'}`

/** The wish of a key. */
export function wishOf(key: string): Wish {
  const [blockId, service] = key.split('/')
  return { blockId, serviceId: service === 'any' ? null : service }
}

/** The student's year of study on a day: 4 from the promotion on, one less for each full year before it. */
export function yearOfStudy(profile: Pick<Profile, 'promotesOn'>, on: string): number {
  const years = Number(profile.promotesOn.slice(0, 4)) - Number(on.slice(0, 4))
  const isLaterInYear = profile.promotesOn.slice(5) > on.slice(5)
  return Math.min(4, 4 - years - (isLaterInYear ? 1 : 0))
}

/** Why this block cannot be wished now: a sentence, or null when it can. */
export function blockProblem(block: WishedBlock, profile: Profile | null, course: Course, now: Date): string | null {
  if (now < block.opensAt) return `Opens ${instantText(block.opensAt)}.`
  if (now > block.closesAt) return `Closed ${closedText(block.closesAt)}.`
  if (!profile) return 'Say where you study first.'
  return studyProblem(block, profile, course)
}

/** The part of it that depends on the student alone. */
export function studyProblem(block: Pick<WishedBlock, 'firstOn' | 'lastOn'>, profile: Profile, course: Course) {
  const year = yearOfStudy(profile, block.firstOn)
  if (profile.graduatesOn < block.lastOn) return `You graduate on ${dayText(profile.graduatesOn)}, before it ends.`
  if (!course.years.includes(year)) return `You are in year ${year} then; it is for year ${course.years.join(' or ')}.`
  if (profile.medicineDoneOn >= block.firstOn) return coreText('medicine', profile.medicineDoneOn)
  if (profile.surgeryDoneOn >= block.firstOn) return coreText('surgery', profile.surgeryDoneOn)
  return null
}

const coreText = (core: string, on: string) =>
  `Your ${core} clerkship ends on ${dayText(on, { year: true })}, after it begins.`
const closedText = (at: Date) => instantText(at, { weekday: false }).split(', ')[0]

/** The order after one wish moved by one; the same order where it cannot move. */
export function moved<T>(wishes: readonly T[], rank: number, way: 'up' | 'down'): T[] {
  const from = rank - 1
  const to = way === 'up' ? from - 1 : from + 1
  const order = [...wishes]
  if (!(from in order) || !(to in order)) return order
  ;[order[from], order[to]] = [order[to], order[from]]
  return order
}
