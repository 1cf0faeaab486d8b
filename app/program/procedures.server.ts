import { asc, inArray } from 'drizzle-orm'
import { listDifferences } from '#app/workflow/change'
import { change } from '#app/workflow/changes.server'
import { programNow } from '#app/workflow/clock.server'
import { insist } from '#app/workflow/permissions'
import { type Tx, together } from '#db/client'
import { newId } from '#db/schema/columns'
import { procedureFamilies } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import type { ProceduresForm } from './service-form.server'
import { KIND, serviceId } from './service-record.server'

/** Stores the families of procedures of a service in this order; refused when another service has one's name. */
export async function saveProcedures(me: Person, slug: string, form: ProceduresForm, now = programNow()) {
  insist(me, 'program.edit')
  const id = await serviceId(slug)
  return change(me, { kind: KIND, id, step: 'procedures', version: form.version }, now, async (tx) => {
    const all = await tx.select().from(procedureFamilies).orderBy(asc(procedureFamilies.position))
    const before = all.filter((it) => it.serviceId === id)
    const old = new Set(before.map((it) => it.id))
    const after = form.items.map((it) => ({ ...it, id: it.id && old.has(it.id) ? it.id : newId() }))
    const taken = after.find(({ name }) => all.some((it) => it.serviceId !== id && it.name === name))
    if (taken) return { fields: { items: `Another service already has “${taken.name}”: take it out there first` } }
    await inPlace(tx, before, after, id)
    const changes = listDifferences('Procedure family', { name: 'name', description: 'description' }, before, after)
    return { changes, restores: { items: before.map(({ id, name, description }) => ({ id, name, description })) } }
  })
}

type Family = { id: string; name: string; description: string | null }

function inPlace(tx: Tx, before: Family[], after: Family[], serviceId: string) {
  const old = before.map(({ id }) => id)
  const rows = after.map((family, position) => ({ ...family, serviceId, position }))
  return together([
    tx.delete(procedureFamilies).where(inArray(procedureFamilies.id, old)),
    rows.length > 0 ? tx.insert(procedureFamilies).values(rows) : undefined,
  ])
}
