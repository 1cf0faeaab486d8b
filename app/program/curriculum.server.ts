import { asc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { listDifferences } from '#app/workflow/change'
import { change, changesOf, versionOf } from '#app/workflow/changes.server'
import { programNow } from '#app/workflow/clock.server'
import { insist } from '#app/workflow/permissions'
import { notFound } from '#app/workflow/refusal'
import { read, readAll, together } from '#db/client'
import { newId } from '#db/schema/columns'
import { clinics, curriculum, services, supervisors } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { curriculumLabels, kindNames, monthsNumber, type Part, years } from './curriculum'
import type { CurriculumForm } from './curriculum-form.server'
import { theProgram } from './program.server'
import { theServices } from './services.server'

const KIND = 'curriculum'
const others = alias(services, 'others')
type From = Pick<typeof read, 'select'>

/** Every part of every year in its usual order, as a query for `readAll`. */
export const theCurriculum = (from: From = read, pgy?: number) =>
  from
    .select({
      id: curriculum.id,
      pgy: curriculum.pgy,
      position: curriculum.position,
      halfMonths: curriculum.halfMonths,
      kind: curriculum.kind,
      note: curriculum.note,
      service: { id: services.id, name: services.name, letter: services.letter, tone: services.tone },
      or: { id: others.id, name: others.name, letter: others.letter, tone: others.tone },
    })
    .from(curriculum)
    .innerJoin(services, eq(services.id, curriculum.serviceId))
    .leftJoin(others, eq(others.id, curriculum.orServiceId))
    .where(pgy ? eq(curriculum.pgy, pgy) : undefined)
    .orderBy(asc(curriculum.pgy), asc(curriculum.position))

/** The curriculum with the years in which residents have a clinic of their own. One round trip. */
export async function readCurriculum() {
  const [parts, own, [program]] = await readAll(
    theCurriculum(),
    read
      .selectDistinct({ pgy: supervisors.pgy })
      .from(clinics)
      .innerJoin(supervisors, eq(supervisors.personId, clinics.personId))
      .where(eq(clinics.kind, 'continuity clinic'))
      .orderBy(asc(supervisors.pgy)),
    theProgram(),
  )
  return { program, parts, clinicYears: own.flatMap(({ pgy }) => pgy ?? []) }
}

/** The curriculum as a coordinator sees it, with what was changed. One round trip. */
export async function curriculumSettings(me: Person) {
  insist(me, 'program.edit')
  const [parts, changes] = await readAll(theCurriculum(), changesOf(KIND))
  return { parts, changes }
}

/** One year as its form starts. Throws 404 for a year that there is not. One round trip. */
export async function curriculumYear(me: Person, year: string) {
  insist(me, 'program.edit')
  const pgy = years.find((it) => String(it) === year)
  if (!pgy) throw notFound()
  const [parts, services, changes, [{ version }]] = await readAll(
    theCurriculum(read, pgy),
    theServices(),
    changesOf(KIND, year),
    versionOf(KIND, year),
  )
  return { pgy, items: parts.map(asTyped), services, changes, version }
}

/** A part as its fields hold it. */
const asTyped = ({ id, service, or, halfMonths, kind, note }: Part) => ({
  ...{ id, serviceId: service.id, orServiceId: or?.id ?? null, months: halfMonths / 2, kind, note },
})

/** Stores the parts of one year in this order. */
export async function saveCurriculum(me: Person, year: string, form: CurriculumForm, now = programNow()) {
  insist(me, 'program.edit')
  const pgy = Number(year)
  return change(me, { kind: KIND, id: year, version: form.version }, now, async (tx) => {
    const [rows, before] = await together([tx.select({ id: services.id }).from(services), theCurriculum(tx, pgy)])
    const known = new Set(rows.map(({ id }) => id))
    if (form.items.some((it) => !known.has(it.serviceId) || (it.orServiceId && !known.has(it.orServiceId))))
      return { fields: { items: 'Select a service for each part' } }
    const parts = rowsOf(pgy, form.items, new Set(before.map(({ id }) => id)))
    const [, , after] = await together([
      tx.delete(curriculum).where(eq(curriculum.pgy, pgy)),
      parts.length > 0 ? tx.insert(curriculum).values(parts) : undefined,
      theCurriculum(tx, pgy),
    ])
    const changes = listDifferences(`PGY ${pgy}`, curriculumLabels, before.map(inWords), after.map(inWords))
    return { changes, restores: { items: before.map(asTyped) } }
  })
}

/** A part keeps its id if it was of this year before. */
const rowsOf = (pgy: number, items: CurriculumForm['items'], old: Set<string>) =>
  items.map(({ months, id, ...it }, position) => ({
    ...{ ...it, id: id && old.has(id) ? id : newId(), pgy, position, halfMonths: months * 2 },
  }))

const inWords = ({ id, service, or, halfMonths, kind, note }: Part) => ({
  ...{ id, name: service.name, service: service.name, months: monthsNumber(halfMonths) },
  ...{ or: or?.name ?? null, kind: kindNames[kind], note },
})
