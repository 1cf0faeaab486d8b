import { acceptOffer, declineOffer } from '#app/assign/answers.server'
import { completeOver, lapseOffers } from '#app/assign/due.server'
import { placeStudent } from '#app/assign/placements.server'
import { publishDrafts } from '#app/assign/publication.server'
import { publishPairings, savePairings } from '#app/pair/pairings.server'
import { addDays } from '#app/workflow/day.server'
import { application, clerkshipOf, partsOf } from './applications'
import { blockNamed, yearId } from './calendar'
import { attendings, cast, idOf, residents, type StudentKey, staff } from './cast'
import { opening } from './clerkships'
import { on, workday } from './history'
import { type Life, lives, type Place } from './lives'
import type { Moment } from './story'

export const placement = (who: string) => idOf(`placement ${who}`)

type Placed = Life & { place: Place }
export const placed = lives.filter((life): life is Placed => life.place !== undefined)
export const blockOf = ({ place }: Placed) => blockNamed(partsOf(place.in).block)

/** Found a place, offered it, answered; documents.ts tells how it is confirmed, applications.ts how it is given up. */
function isPlaced(life: Placed): Moment[] {
  const [me, id, { place }] = [cast[life.who], placement(life.who), life]
  const { block, service } = partsOf(place.in)
  const wanted = {
    applicationId: application(life.who),
    openingId: opening(clerkshipOf(life), block, service as string),
  }
  const moment = (day: string | undefined, time: string, tell: Moment['tell'], ids?: string[]) =>
    day ? [{ at: on(day, time), tell, ids }] : []
  const { placedOn, offeredOn, answeredOn, end } = place
  const lapsedOn = end === 'lapsed' ? addDays(answeredOn as string, 1) : undefined
  const repliedOn = answeredOn && end !== 'lapsed' ? workday(answeredOn) : undefined
  return [
    ...moment(workday(placedOn), '08:10', (at) => placeStudent(staff.whitlock, wanted, at), [id]),
    ...moment(offeredOn && workday(offeredOn), '08:30', (at) =>
      publishDrafts(staff.whitlock, yearId, { placementIds: [id], daysSet: {} }, at),
    ),
    ...moment(repliedOn, '18:20', (at) =>
      end === 'declined' ? declineOffer(me, id, undefined, at) : acceptOffer(me, id, at),
    ),
    ...moment(lapsedOn, '00:00', lapseOffers),
  ]
}

const completions: Moment[] = [
  ...new Set(placed.filter(({ place }) => place.end === 'completed').map((life) => blockOf(life).lastOn)),
].map((lastOn) => ({ at: on(addDays(lastOn, 1), '00:05'), tell: completeOver }))

/** From a draft on the board to the last day. */
export const placing: Moment[] = [...placed.flatMap(isPlaced), ...completions]

export type Weeks = [resident: keyof typeof residents, firstOn: string, lastOn: string]
/** Who worked with whom: always inside the resident's own months, without the weeks away. */
export const published: Partial<Record<StudentKey, Weeks[]>> = {
  ortiz: [
    ['haddad', '2026-07-06', '2026-07-17'],
    ['raman', '2026-07-20', '2026-07-31'],
  ],
  thompson: [
    ['brandt', '2026-07-06', '2026-07-17'],
    ['lindqvist', '2026-07-20', '2026-07-31'],
  ],
  hansen: [
    ['raman', '2026-07-06', '2026-07-17'],
    ['haddad', '2026-07-20', '2026-07-31'],
  ],
  yusuf: [['osei', '2026-07-06', '2026-07-31']],
  jensen: [
    ['brandt', '2026-08-03', '2026-08-14'],
    ['raman', '2026-08-17', '2026-08-21'],
    ['osei', '2026-08-24', '2026-08-28'],
  ],
  malhotra: [
    ['raman', '2026-08-03', '2026-08-14'],
    ['brandt', '2026-08-17', '2026-08-28'],
  ],
  sullivan: [
    ['osei', '2026-08-03', '2026-08-14'],
    ['haddad', '2026-08-17', '2026-08-28'],
  ],
  costa: [['lindqvist', '2026-08-03', '2026-08-28']],
  farouk: [
    ['haddad', '2026-08-31', '2026-09-11'],
    ['brandt', '2026-09-14', '2026-09-25'],
  ],
  carter: [
    ['brandt', '2026-08-31', '2026-09-11'],
    ['haddad', '2026-09-14', '2026-09-25'],
  ],
  nakamura: [
    ['osei', '2026-08-31', '2026-08-31'],
    ['okafor', '2026-09-01', '2026-09-11'],
    ['brandt', '2026-09-14', '2026-09-18'],
    ['okafor', '2026-09-21', '2026-09-25'],
  ],
  klein: [
    ['lindqvist', '2026-08-31', '2026-08-31'],
    ['raman', '2026-09-01', '2026-09-25'],
  ],
  marsh: [
    ['haddad', '2026-09-28', '2026-10-12'],
    ['brandt', '2026-10-13', '2026-10-23'],
  ],
  vogel: [
    ['raman', '2026-09-28', '2026-09-30'],
    ['okafor', '2026-10-01', '2026-10-23'],
  ],
  kimura: [
    ['haddad', '2026-10-26', '2026-10-30'],
    ['brandt', '2026-11-02', '2026-11-09'],
    ['raman', '2026-11-10', '2026-11-20'],
  ],
  weiss: [
    ['raman', '2026-11-23', '2026-11-27'],
    ['brandt', '2026-11-30', '2026-12-11'],
    ['okafor', '2026-12-14', '2026-12-18'],
  ],
}
/** Block 7 is begun and not published. */
const drafted: Partial<Record<StudentKey, Weeks[]>> = {
  novak: [['haddad', '2027-01-04', '2027-01-08']],
  adeyemi: [['raman', '2027-01-04', '2027-01-08']],
}

const entriesOf = ([who, weeks]: [string, Weeks[]]) =>
  weeks.map(([resident, firstOn, lastOn]) => ({
    ...{ placementId: placement(who), supervisorId: residents[resident].personId, firstOn, lastOn },
  }))

/** Everybody of a block is paired at once, ten days before; what begins after the demo does waits to be published. */
function pairs(blockId: string, firstOn: string): Moment[] {
  const here = placed.filter((life) => life.place.record && blockOf(life).id === blockId)
  const weeksOf = ({ who }: Placed) => [who, published[who] ?? drafted[who] ?? []] as [string, Weeks[]]
  const entries = here.flatMap((life) => entriesOf(weeksOf(life)))
  const records = here.flatMap(({ who, place }) =>
    place.record ? [{ placementId: placement(who), attendingId: attendings[place.record].personId }] : [],
  )
  const isPublished = here.some(({ who }) => published[who])
  const day = isPublished ? workday(addDays(firstOn, -10)) : '2026-11-20'
  const { whitlock } = staff
  return [
    { at: on(day, '15:20'), tell: (at) => savePairings(whitlock, blockId, entries, records, at) },
    ...(isPublished ? [{ at: on(day, '15:30'), tell: (at: Date) => publishPairings(whitlock, blockId, at) }] : []),
  ]
}

const paired = new Map(placed.filter(({ place }) => place.record).map((life) => [blockOf(life).id, blockOf(life)]))
export const pairing: Moment[] = [...paired].flatMap(([id, { firstOn }]) => pairs(id as string, firstOn))
