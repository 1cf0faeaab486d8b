import type { Broken } from '#db/schema/assign/proposals'

/** A rule that is broken: what it says, and who sits where; `placementId` is null once nobody holds that place. */
export type BrokenTold = {
  says: string
  places: { openingId: string; place: string; students: Student[] }[]
}
type Student = { holder: string; name: string; placementId: string | null }

type Words = {
  nameOf: (holder: string) => string
  placeOf: (openingId: string) => string | null
  /** The placements that are held now; `holder` as in `Broken`. */
  held: { id: string; holder: string; openingId: string }[]
}

/** The broken rules in words, each once, with its students by their places. */
export function brokenTold(broken: (Broken | string)[], words: Words): BrokenTold[] {
  const told = broken.map((it) => (typeof it === 'string' ? { says: it, places: [] } : toldOf(it, words)))
  return [...new Map(told.map((it) => [JSON.stringify(it), it])).values()]
}

function toldOf({ says, seats }: Broken, { nameOf, placeOf, held }: Words): BrokenTold {
  const openings = [...new Set(seats.map(({ openingId }) => openingId))]
  return {
    says,
    places: openings.map((openingId) => ({
      openingId,
      place: placeOf(openingId) ?? 'a block of another year',
      students: seats
        .filter((seat) => seat.openingId === openingId)
        .map(({ holder }) => ({
          holder,
          name: nameOf(holder),
          placementId: held.find((it) => it.holder === holder && it.openingId === openingId)?.id ?? null,
        })),
    })),
  }
}
