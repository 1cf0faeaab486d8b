import { recordChange } from '#app/workflow/changes.server'
import { typedDate } from '#app/workflow/civil-date.server'
import { programNow } from '#app/workflow/clock.server'
import { addDays, dayAt, instantOn, timeAt } from '#app/workflow/day.server'
import type { Refused } from '#app/workflow/overtaken.server'
import { insist } from '#app/workflow/permissions'
import { type Tx, write } from '#db/client'
import { academicYears } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { type AcademicYear, sharedDays, yearDays, yearName } from './calendar'
import { changeCalendar } from './calendar-changes.server'
import type { HolidaysForm, YearForm } from './calendar-form.server'
import { KIND } from './calendar-record.server'
import { everyYear } from './duties.server'

/** A year as its form's fields hold it. */
export const typedYear = ({ firstOn, lastOn, opensAt }: AcademicYear) => ({
  firstOn: typedDate(firstOn),
  lastOn: typedDate(lastOn),
  opensOn: typedDate(opensAt && dayAt(opensAt)),
  opensTime: opensAt ? timeAt(opensAt) : '09:00',
})

const fromForm = ({ firstOn, lastOn, opensOn, opensTime }: YearForm) => ({
  ...{ firstOn, lastOn, opensAt: opensOn ? instantOn(opensOn, opensTime) : null },
})

/** What the form of a new year starts with: the twelve months after the last one. */
export async function nextYearTyped(me: Person, now = programNow()) {
  insist(me, 'program.edit')
  const last = (await everyYear()).at(-1)
  const firstOn = last ? addDays(last.lastOn, 1) : `${dayAt(now).slice(0, 4)}-07-01`
  const lastOn = addDays(`${Number(firstOn.slice(0, 4)) + 1}${firstOn.slice(4)}`, -1)
  return typedYear({ id: '', firstOn, lastOn, opensAt: null })
}

type Added = { refused: Refused; id?: undefined } | { id: string; refused?: undefined }

/** Adds an academic year, empty. Its name follows from its days: "2028-29". */
export function addYear(me: Person, form: YearForm, now = programNow()): Promise<Added> {
  insist(me, 'program.edit')
  const id = `${form.firstOn.slice(0, 4)}-${form.lastOn.slice(2, 4)}`
  const year = { id, ...fromForm(form) }
  return write(async (tx) => {
    const fields = await besideOthers(tx, year)
    if (fields) return { refused: { fields } }
    await tx.insert(academicYears).values(year)
    const changes = [{ label: `Academic year ${yearName(id)} added`, from: null, to: null }]
    await recordChange(tx, me, { kind: KIND, id, step: 'add', changes }, now)
    return { id }
  })
}

/** A sentence when another year has some of these days. */
async function besideOthers(tx: Tx, year: AcademicYear): Promise<Record<string, string> | undefined> {
  const others = (await tx.select().from(academicYears)).filter(({ id }) => id !== year.id)
  const other = others.find((it) => sharedDays(it, year))
  if (other)
    return {
      firstOn: `${yearName(other.id)} is ${yearDays(other)}: choose other days`,
    }
}

/** Stores the days of a year and when its dates open. */
export function saveYear(me: Person, yearId: string, form: YearForm, now = programNow()) {
  return changeCalendar(me, { yearId, version: form.version }, now, async (before, tx) => {
    const year = { ...before.year, ...fromForm(form) }
    const fields = await besideOthers(tx, year)
    return fields ? { fields } : { ...before, year }
  })
}

/** Stores the holidays of a year. */
export function saveHolidays(me: Person, yearId: string, form: HolidaysForm, now = programNow()) {
  return changeCalendar(me, { yearId, version: form.version }, now, (before) => {
    const { firstOn, lastOn } = before.year
    const at = form.items.findIndex(({ on }) => on < firstOn || on > lastOn)
    const say = `This day is outside the academic year, ${yearDays(before.year)}`
    return at < 0 ? { ...before, holidays: form.items } : { fields: { [`items[${at}].on`]: say } }
  })
}
