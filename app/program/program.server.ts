import { getTableColumns } from 'drizzle-orm'
import { settings } from '#app/settings/settings.server'
import { dayText } from '#app/ui/time'
import { differences } from '#app/workflow/change'
import { change, changesOf, versionOf } from '#app/workflow/changes.server'
import { programNow } from '#app/workflow/clock.server'
import { dayAt } from '#app/workflow/day.server'
import type { Refused } from '#app/workflow/overtaken.server'
import { insist } from '#app/workflow/permissions'
import { read, readAll, type Tx, together } from '#db/client'
import { program } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { datesRanked, residentDays } from '#db/views'
import { peakOf } from './peak'
import { programLabels } from './program'
import { type ProgramForm, programForm } from './program-form.server'
import { allRules } from './rule'

/** The one row of settings, as a query for `readAll`. */
export const theProgram = () => read.select().from(program).limit(1)

/** The absolute address of a public page: its canonical link. */
export const publicAddress = (path: string) => new URL(path, settings.origin).href

/** The settings; undefined before the program is set up. */
export const findProgram = async () => (await theProgram())[0]

const numbers = Object.fromEntries(allRules.map(({ name }) => [name, getTableColumns(program)[name].default]))
const blank = { ...numbers, firstDayAt: '07:00' } as unknown as typeof program.$inferSelect

const KIND = 'program'
const ID = '1'

/** The settings as a form starts with them, empty before the program is set up, and what was changed. One trip. */
export async function editableProgram(me: Person) {
  insist(me, 'program.edit')
  const [[row], [{ version }], changes] = await readAll(theProgram(), versionOf(KIND, ID), changesOf(KIND, ID))
  const { figures: _, trainingFigures: __, id: ___, ...editable } = row ?? blank
  return { program: { ...editable, version }, changes }
}

/** Stores the settings; refused when another coordinator did meanwhile, or when a number breaks what already stands. */
export async function saveProgram(me: Person, form: ProgramForm, now = programNow()): Promise<Refused | undefined> {
  insist(me, 'program.edit')
  const { version, ...typed } = form
  return change(me, { kind: KIND, id: ID, version }, now, async (tx) => {
    const [fields, [row]] = await together([brokenBy(tx, typed, dayAt(now)), tx.select().from(program)])
    if (Object.keys(fields).length > 0) return { fields }
    return {
      stored: tx
        .insert(program)
        .values({ id: 1, ...typed })
        .onConflictDoUpdate({ target: program.id, set: typed }),
      changes: differences(programLabels, row ?? {}, typed),
      restores: programForm.safeParse({ ...row, version }).data,
    }
  })
}

type Numbers = Pick<ProgramForm, 'mostChoices' | 'mostStudentsAResident'>

/** A sentence under each number that is lower than what already stands. */
async function brokenBy(tx: Tx, typed: Numbers, today: string): Promise<Record<string, string>> {
  const [all, days] = await together([datesRanked(tx), residentDays(tx, today)])
  const ranked = all.filter(({ dates }) => dates > typed.mostChoices)
  const paired = overloaded(days, typed.mostStudentsAResident, today)
  const most = Math.max(...ranked.map(({ dates }) => dates))
  const who = ranked.length === 1 ? '1 application that is' : `${ranked.length} applications that are`
  return {
    ...(ranked.length > 0 && {
      mostChoices: `${who} not decided yet ranked up to ${most} dates: leave at least ${most} until then`,
    }),
    ...(paired && { mostStudentsAResident: paired }),
  }
}

type ResidentDay = Awaited<ReturnType<typeof residentDays>>[number]

function overloaded(days: ResidentDay[], most: number, today: string): string | undefined {
  const general = days.filter((day) => day.most === null)
  for (const personId of new Set(general.map((day) => day.personId))) {
    const own = general.filter((day) => day.personId === personId)
    const peak = peakOf(own, today)
    if (!peak || peak.count <= most) continue
    const when = `${peak.count} students on ${dayText(peak.on, { weekday: true })}`
    return `${own[0].name} has ${when}: pair one of them with somebody else first`
  }
}
