import { and, eq, isNull, max } from 'drizzle-orm'
import { differences } from '#app/workflow/change'
import { change, undoOf } from '#app/workflow/changes.server'
import { programNow } from '#app/workflow/clock.server'
import { follow } from '#app/workflow/follow.server'
import { insistDone } from '#app/workflow/overtaken.server'
import { insist } from '#app/workflow/permissions'
import { notFound } from '#app/workflow/refusal'
import type { Tx } from '#db/client'
import { requirements } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { clerkshipIn } from './clerkship-record.server'
import { isFileRule, type Requirement, requirementLabels, requirementWords } from './requirement'
import { type RequirementForm, requirementRow, typedRequirement } from './requirement-form.server'
import { KIND, newestIn, requirementId, requirementRecord, versionsOf } from './requirement-record.server'
import { slugOf } from './service'

/** Whoever has not sent yet hears of it: that stands in follows. */
const told = (tx: Tx, me: Person, id: string, now: Date) => follow(tx, 'requirement.change', id, me, now)
const said = (label: string) => [{ label, from: null, to: null }]

/** Asks for one thing more from now on: of what is not sent yet, and of nobody who has sent. */
export async function addRequirement(me: Person, slug: string, form: RequirementForm, now = programNow()) {
  insist(me, 'program.edit')
  const key = keyOf(form.name)
  const thing = { kind: KIND, id: requirementId(slug, key), step: 'add', version: form.version }
  const refused = await change(me, thing, now, async (tx) => {
    const { id: clerkshipId } = await clerkshipIn(tx, slug)
    const [newest] = await versionsOf(tx, slug, key)
    if (newest) return { fields: { name: `${newest.requirement.name} has been asked for before: choose another name` } }
    const of = and(eq(requirements.clerkshipId, clerkshipId), isNull(requirements.retiredAt))
    const [{ last }] = await tx
      .select({ last: max(requirements.position) })
      .from(requirements)
      .where(of)
    const row = { ...requirementRow(form), isHealth: form.isHealth, position: (last ?? -1) + 1 }
    await tx.insert(requirements).values({ ...row, clerkshipId, key, fromAt: now })
    return { changes: said(`“${form.name}” is asked for`), stored: told(tx, me, thing.id, now) }
  })
  return refused ? { refused } : { key }
}

/** `new` and `order` are addresses of forms. */
const keyOf = (name: string) => slugOf(name).replace(/^(new|order)?$/, 'paper')

/**
 * Makes a new version: what is not sent yet follows it from now on, what was sent keeps the one it was sent under.
 * Writes nothing when nothing differs. One that was removed is asked for again.
 */
export async function saveRequirement(
  me: Person,
  slug: string,
  key: string,
  form: RequirementForm,
  now = programNow(),
) {
  insist(me, 'program.edit')
  const thing = { kind: KIND, id: requirementId(slug, key), version: form.version }
  return change(me, thing, now, async (tx) => {
    const before = await newestIn(tx, slug, key)
    const row = requirementRow(form)
    const fields = unlike(before, row)
    if (fields) return { fields }
    const isGone = before.retiredAt !== null
    const changes = differences(requirementLabels, requirementWords(before), requirementWords(row))
    if (changes.length === 0 && !isGone) return { changes }
    await supersede(tx, before, row, now)
    const stored = told(tx, me, thing.id, now)
    if (isGone) return { changes: said(`“${row.name}” is asked for again`), stored }
    return { changes, restores: typedRequirement(before), stored }
  })
}

type Row = ReturnType<typeof requirementRow>

async function supersede(tx: Tx, before: Requirement, row: Row, now: Date): Promise<void> {
  const { clerkshipId, key, isHealth, position, version } = before
  if (!before.retiredAt) await tx.update(requirements).set({ retiredAt: now }).where(eq(requirements.id, before.id))
  const next = { ...row, clerkshipId, key, isHealth, position, version: version + 1, fromAt: now }
  await tx.insert(requirements).values(next)
}

/** One file may be exchanged for another; what the portal judges by other means stays what it is. */
function unlike({ rule: was, phase }: Requirement, { rule: is, phase: to }: Row): Record<string, string> | undefined {
  if (!isFileRule(was.kind) && to !== phase) return { phase: 'When this is asked for cannot be changed' }
  if (was.kind === is.kind || (isFileRule(was.kind) && isFileRule(is.kind))) return
  return { kind: 'This cannot become that: remove it, and add the other' }
}

/** Asks for it no more; those who have sent an application are still judged by it. Throws 404. */
export async function removeRequirement(me: Person, slug: string, key: string, now = programNow()) {
  const { current, isGone, version } = await requirementRecord(me, slug, key)
  if (isGone) throw notFound()
  const thing = { kind: KIND, id: requirementId(slug, key), step: 'remove', version }
  const refused = await change(me, thing, now, async (tx) => {
    const before = await newestIn(tx, slug, key)
    await tx.update(requirements).set({ retiredAt: now }).where(eq(requirements.id, before.id))
    const stored = told(tx, me, thing.id, now)
    return { changes: said(`“${before.name}” is asked for no more`), restores: typedRequirement(before), stored }
  })
  insistDone(refused)
  return { name: current.name, undo: await undoOf(me, KIND, requirementId(slug, key), version) }
}
