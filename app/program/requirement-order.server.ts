import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { change } from '#app/workflow/changes.server'
import { programNow } from '#app/workflow/clock.server'
import { insist } from '#app/workflow/permissions'
import { type Tx, together } from '#db/client'
import { requirements } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import type { Change } from '#db/schema/workflow/events'
import { clerkshipId } from './clerkship-changes.server'
import { askedBy, KIND } from './clerkship-record.server'
import { version } from './program-form.server'
import { phases, type Requirement } from './requirement'

const keys = z.array(z.object({ key: z.string() })).default([])
/** What a clerkship asks for, in the order in which people read it. */
export const requirementOrderForm = z.object({ version, toApply: keys, toStart: keys })
export type RequirementOrder = z.output<typeof requirementOrderForm>

/** The order as it stands, for the form. */
export function orderOf(asked: Pick<Requirement, 'key' | 'phase'>[]) {
  const of = (phase: Requirement['phase']) => asked.filter((it) => it.phase === phase).map(({ key }) => ({ key }))
  return { toApply: of('to apply'), toStart: of('to start') }
}

/** Stores the order; what was asked for meanwhile comes last. No new version: what is asked stays as it is. */
export async function saveRequirementOrder(me: Person, slug: string, form: RequirementOrder, now = programNow()) {
  insist(me, 'program.edit')
  const id = await clerkshipId(slug)
  return change(me, { kind: KIND, id, step: 'order', version: form.version }, now, async (tx) => {
    const before = await askedBy(slug, tx)
    const after = inOrder(before, [...form.toApply, ...form.toStart])
    await together(after.map((it, position) => place(tx, it, position)))
    return { changes: differencesOf(before, after), restores: orderOf(before) }
  })
}

function inOrder(asked: Requirement[], typed: RequirementOrder['toApply']): Requirement[] {
  const places = new Map(typed.map(({ key }, at) => [key, at]))
  const at = ({ key }: Requirement) => places.get(key) ?? places.size
  return [...asked].sort((a, b) => at(a) - at(b))
}

const place = (tx: Tx, { id, position: was }: Requirement, position: number) =>
  was === position
    ? undefined
    : tx
        .update(requirements)
        .set({ position })
        .where(and(eq(requirements.id, id), isNull(requirements.retiredAt)))

function differencesOf(before: Requirement[], after: Requirement[]): Change[] {
  return (Object.keys(phases) as Requirement['phase'][]).flatMap((phase) => {
    const names = (list: Requirement[]) => list.filter((it) => it.phase === phase).map(({ name }) => name)
    const [from, to] = [names(before).join('; '), names(after).join('; ')]
    return from === to ? [] : [{ label: `Order of what is needed ${lower(phases[phase])}`, from, to }]
  })
}

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)
