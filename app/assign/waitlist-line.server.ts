import { changesOf } from '#app/workflow/changes.server'
import { programNow } from '#app/workflow/clock.server'
import { insist, may } from '#app/workflow/permissions'
import { notFound } from '#app/workflow/refusal'
import { read } from '#db/client'
import type { Person } from '#db/schema/people/actors'
import { type Breach, check, type Opening, type Student } from './arrangement'
import { placeKey, type Waiting, waitingIn } from './waiting.server'
import { turnIn } from './waitlist'
import { type At, whoWaits } from './waitlist-changes.server'
import { labelOf, standOf } from './waitlist-stand.server'

/** One opening's waitlist, in order, with why who can't have the seat. Throws 404 for one that is not of this year. */
export async function findWaitlist(me: Person, { yearId, openingId }: At, now: Date = programNow()) {
  insist(me, 'board.read')
  const [season, changes] = await Promise.all([waitingIn(read, yearId, now), changesOf('waitlist', openingId)])
  const opening = season.facts.openings.find(({ id }) => id === openingId)
  if (!opening) throw notFound()
  const before = check(season.facts)
  return {
    ...standOf(season, opening, before, now),
    label: labelOf(opening),
    clerkship: opening.clerkship.name,
    block: { firstOn: opening.block.first, lastOn: opening.block.last },
    changes,
    mayArrange: may(me, 'placement.arrange'),
    students: whoWaits(season, openingId).map((student) => placeOf(season, opening, student, before)),
  }
}
export type FoundWaitlist = Awaited<ReturnType<typeof findWaitlist>>

function placeOf(season: Waiting, opening: Opening, student: Student, before: Breach[]) {
  const place = season.places.get(placeKey(opening.id, student.id))
  const alone = { students: [student], undecided: season.undecided }
  const { passed, next } = turnIn(season.facts, opening, alone, before)
  return {
    id: student.id,
    personId: student.personId,
    name: student.name,
    tier: student.tier + 1,
    score: student.score,
    isPutHere: place?.rank != null,
    forbids: passed[0]?.says ?? null,
    mayBeOffered: next !== null,
    skippedAt: place?.skippedAt ?? null,
  }
}

/** One place of it: who is to be put elsewhere in line. Throws 404 when they don't wait there. */
export async function findPlace(me: Person, at: At, applicationId: string, now: Date = programNow()) {
  insist(me, 'placement.arrange')
  const { students, label } = await findWaitlist(me, at, now)
  const place = students.findIndex(({ id }) => id === applicationId)
  if (place < 0) throw notFound('This student does not wait for this opening.')
  return {
    label,
    place: place + 1,
    of: students.length,
    name: students[place].name,
    studentId: students[place].personId,
  }
}
