import { addDays, endOf } from '#app/workflow/day.server'
import type { placements } from '#db/schema/assign/placements'
import type { attendingsOfRecord, pairings } from '#db/schema/pair/pairings'
import { application, clerkshipOf, partsOf } from './applications'
import { blockNamed } from './calendar'
import { attendings, cast, idOf, residents, type StudentKey, staff } from './cast'
import { opening } from './clerkships'
import { job, on, tell, workday } from './history'
import { type Life, lives, type Place } from './lives'

type Placement = typeof placements.$inferInsert
export const placement = (who: string) => idOf(`placement ${who}`)

type Placed = Life & { place: Place }
export const placed = lives.filter((life): life is Placed => life.place !== undefined)
export const blockOf = ({ place }: Placed) => blockNamed(partsOf(place.in).block)

const answers = { declined: 'decline', lapsed: 'lapse' } as const

function told({ who, place, ...life }: Placed): { status: Placement['status']; statusAt: Date } {
  const it = { kind: 'placement', id: placement(who) }
  const me = cast[who]
  const { whitlock } = staff
  const block = blockOf({ who, place, ...life })
  let standing = { status: 'draft' as Placement['status'], statusAt: on(workday(place.placedOn), '08:10') }
  const step = (by: Parameters<typeof tell>[0], name: string, to: Placement['status'], at: Date) => {
    tell(by, it, name, to, at, name === 'place' ? undefined : standing.status)
    standing = { status: to, statusAt: at }
  }
  step(whitlock, 'place', 'draft', standing.statusAt)
  if (place.offeredOn) step(whitlock, 'offer', 'offered', on(workday(place.offeredOn), '08:30'))
  if (!place.answeredOn) return standing
  const answeredOn = workday(place.answeredOn)
  if (place.end === 'lapsed') step(job('Offers that ended'), 'lapse', 'lapsed', on(addDays(answeredOn, 1), '00:00'))
  else if (place.end === 'declined') step(me, answers.declined, 'declined', on(answeredOn, '18:20'))
  else step(me, 'accept', 'accepted', on(answeredOn, '18:20'))
  if (place.confirmedOn) step(whitlock, 'confirm', 'confirmed', on(workday(place.confirmedOn), '14:10'))
  if (place.withdrawnOn) step(me, 'withdraw', 'withdrawn', on(place.withdrawnOn, '09:10'))
  if (place.end === 'completed')
    step(job('Rotations that ended'), 'complete', 'completed', on(addDays(block.lastOn, 1), '00:05'))
  return standing
}

function placementOf(life: Placed): Placement {
  const { who, place } = life
  const { block, service } = partsOf(place.in)
  const isAnswered = ['accepted', 'confirmed', 'completed', 'withdrawn'].includes(place.end)
  return {
    id: placement(who),
    applicationId: application(who),
    studentId: cast[who].personId,
    openingId: opening(clerkshipOf(life), block, service as string),
    ...told(life),
    placedById: staff.whitlock.personId,
    expiresAt: place.offeredOn ? endOf(addDays(workday(place.offeredOn), 14)) : null,
    papersDueOn: isAnswered ? addDays(blockOf(life).firstOn, -28) : null,
  }
}

export const placementRows = placed.map(placementOf)

export const recordRows: (typeof attendingsOfRecord.$inferInsert)[] = placed.flatMap(({ who, place }) =>
  place.record ? [{ placementId: placement(who), attendingId: attendings[place.record].personId }] : [],
)

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

const pairingsOf = (table: typeof published, status: 'draft' | 'published'): (typeof pairings.$inferInsert)[] =>
  Object.entries(table).flatMap(([who, weeks]) =>
    weeks.map(([resident, firstOn, lastOn]) => ({
      id: idOf(`pairing ${who} ${resident} ${firstOn}`),
      placementId: placement(who),
      supervisorId: residents[resident].personId,
      firstOn,
      lastOn,
      status,
    })),
  )

export const pairingRows = [...pairingsOf(published, 'published'), ...pairingsOf(drafted, 'draft')]

for (const who of Object.keys(published) as StudentKey[]) {
  const life = placed.find((it) => it.who === who) as Placed
  const at = on(workday(addDays(blockOf(life).firstOn, -10)), '15:30')
  for (const row of pairingRows.filter((it) => it.placementId === placement(who)))
    tell(staff.whitlock, { kind: 'pairing', id: row.id as string }, 'publish', 'published', at, 'draft')
}
