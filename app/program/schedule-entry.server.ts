import { and, eq, gte, lte, ne } from 'drizzle-orm'
import { insist } from '#app/workflow/permissions'
import { notFound } from '#app/workflow/refusal'
import { read, together } from '#db/client'
import { newId } from '#db/schema/columns'
import { absences, duties, people, services, supervisors } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { type Duty, enter, isUnchanged, keyOf, type Range } from './duty-range.server'
import type { EntryForm } from './entry-form.server'
import { type Unsupervised, unsupervised } from './supervision.server'

type From = Pick<typeof read, 'select'>
export type Names = { people: Map<string, string>; services: Map<string, string> }
type Line = { id: string; who: string; what: string; firstOn: string; lastOn: string }
export type Preview = {
  seen: string
  isUnchanged: boolean
  before: Line[]
  after: Line[]
  unsupervised: Unsupervised[]
  away: { kind: string; firstOn: string; lastOn: string }[]
}

/** What entering a range would change, and whom it touches; nothing is stored. Throws 403, and 404 for strangers. */
export async function previewEntry(me: Person, form: EntryForm): Promise<Preview> {
  insist(me, 'program.edit')
  const range = rangeOf(form)
  const rewritten = enter(await neighbours(read, range), range, newId)
  const names = await namesOf(read)
  insistKnown(names, range)
  const [lost, away] = [await unsupervised(read, rewritten), await awayIn(range)]
  const lines = (rows: Duty[]) => rows.map((row) => lineOf(row, names))
  return {
    ...{ seen: keyOf(rewritten.before), isUnchanged: isUnchanged(rewritten), unsupervised: lost, away },
    ...{ before: lines(rewritten.before), after: lines(rewritten.after) },
  }
}

export const rangeOf = ({ from, to, ...form }: EntryForm): Range => ({ ...form, firstOn: from, lastOn: to })

/** Duties that the range could replace or grow together with: of the person, or of the service's rota. */
export const neighbours = (from: From, { personId, serviceId, kind }: Range) =>
  from
    .select()
    .from(duties)
    .where(
      kind === 'consult week' || kind === 'stroke week'
        ? and(eq(duties.kind, kind), eq(duties.serviceId, serviceId ?? ''))
        : and(eq(duties.kind, kind), eq(duties.personId, personId)),
    )

/** The names of all who have a schedule, and of the services. */
export async function namesOf(from: From): Promise<Names> {
  const [known, teachers] = await together([
    from.select({ id: services.id, name: services.name }).from(services),
    from
      .select({ id: people.id, name: people.name })
      .from(supervisors)
      .innerJoin(people, eq(people.id, supervisors.personId)),
  ])
  return {
    people: new Map(teachers.map(({ id, name }) => [id, name])),
    services: new Map(known.map(({ id, name }) => [id, name])),
  }
}

export function insistKnown(names: Names, { personId, serviceId }: Range): void {
  if (!names.people.has(personId) || (serviceId && !names.services.has(serviceId))) throw notFound()
}

const lineOf = ({ id, personId, serviceId, firstOn, lastOn }: Duty, names: Names): Line => ({
  ...{ id, firstOn, lastOn, who: names.people.get(personId) ?? '', what: names.services.get(serviceId) ?? '' },
})

const awayIn = ({ personId, firstOn, lastOn }: Range) =>
  read
    .select({ kind: absences.kind, firstOn: absences.firstOn, lastOn: absences.lastOn })
    .from(absences)
    .where(
      and(
        eq(absences.personId, personId),
        ne(absences.status, 'refused'),
        lte(absences.firstOn, lastOn),
        gte(absences.lastOn, firstOn),
      ),
    )
