import { addDays, dayAt, daysFrom, instantOn } from '#app/workflow/day.server'
import { block, blockRows, yearId } from './calendar'
import { attendings, idOf, type Member, residents } from './cast'
import { openingRows, windowRows } from './clerkships'
import { service } from './program'
import type { Rows } from './rows'
import { agreementRows } from './schools'

/** A year of a larger world. Years before the demo's run on the same Mondays, so many days earlier. */
export type Year = { id: string; from: number; isNow: boolean; earlier: number }

const now = Number(yearId.slice(0, 4))

export function yearFrom(from: number): Year {
  const earlier = Math.round(daysFrom(`${from}-07-06`, `${now}-07-06`) / 7) * 7
  return { id: `${from}-${String(from + 1).slice(2)}`, from, isNow: from === now, earlier }
}

/** The last years before the demo's, oldest first. */
export const yearsBefore = (count: number) => Array.from({ length: count }, (_, at) => yearFrom(now - count + at))

const names = Object.fromEntries(blockRows.map((row) => [row.id, row.name]))
/** A block of the demo's year as it stood in another. */
export const blockIn = (year: Year, blockId: string) => (year.isNow ? blockId : block(names[blockId], year.id))
export const openingIn = (year: Year, openingId: string) => (year.isNow ? openingId : idOf(`${year.id} ${openingId}`))

/** Calendar, windows, seats and lottery of a year, as the demo's year has them. */
export function programOf(year: Year): Partial<Rows> {
  const { id, from, earlier } = year
  const back = (day: string) => addDays(day, -earlier)
  return {
    academicYears: [
      { id, firstOn: `${from}-07-01`, lastOn: `${from + 1}-06-30`, opensAt: instantOn(back('2026-02-02'), '09:00') },
    ],
    blocks: blockRows.map((row) => ({
      ...row,
      id: blockIn(year, row.id as string),
      yearId: id,
      firstOn: back(row.firstOn),
      lastOn: back(row.lastOn),
      applyByOn: back(row.applyByOn),
      partOfId: row.partOfId ? blockIn(year, row.partOfId) : null,
    })),
    windows: windowRows.map((row) => ({
      ...row,
      id: idOf(`${id} ${row.id}`),
      blockId: blockIn(year, row.blockId),
      opensAt: instantOn(back(dayAt(row.opensAt)), '09:00'),
    })),
    openings: openingRows.map((row) => ({
      ...row,
      id: openingIn(year, row.id as string),
      blockId: blockIn(year, row.blockId),
      heldUntilOn: row.heldUntilOn ? back(row.heldUntilOn) : null,
    })),
    lotteries: [{ yearId: id, seed: idOf(`lottery ${id}`), drawnAt: instantOn(back('2026-02-02'), '09:00') }],
  }
}

/** The two seniors have been on the peripheral service since their second year. */
export const seniors = [residents.haddad, residents.brandt]
const peripheralists = Object.values(attendings).slice(0, 8)
/** Whether residents of today were there then; before that, attendings led alone. */
export const hasResidents = ({ from }: Year) => from >= now - 4

const duty = (who: Member, slug: string, firstOn: string): Rows['duties'][number] => ({
  id: idOf(`duty ${who.key} before ${now}`),
  personId: who.personId,
  serviceId: service(slug),
  kind: 'duty',
  firstOn,
  lastOn: `${now}-06-30`,
})

/** Who has been here all along, and which schools have had an agreement, since the first of these years. */
export function standingSince(first: Year): Partial<Rows> {
  const firstOn = `${first.from}-07-01`
  const since = [firstOn, `${now - 4}-07-01`].sort()[1]
  return {
    duties: [
      ...Object.values(attendings).map((who) =>
        duty(who, peripheralists.includes(who) ? 'peripheral' : 'neuro', firstOn),
      ),
      ...seniors.map((who) => duty(who, 'peripheral', since)),
    ],
    agreements: agreementRows.map((row) => ({
      ...row,
      id: idOf(`earlier ${row.id}`),
      firstOn: addDays(firstOn, -365),
      lastOn: addDays(row.firstOn, -1),
    })),
  }
}
