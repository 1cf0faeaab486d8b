import { and, count, eq, ne, or } from 'drizzle-orm'
import { differences } from '#app/workflow/change'
import { change, recordChange } from '#app/workflow/changes.server'
import { programNow } from '#app/workflow/clock.server'
import { move } from '#app/workflow/move.server'
import { insist } from '#app/workflow/permissions'
import { conflict, notFound } from '#app/workflow/refusal'
import { applicationStates } from '#db/claims'
import { read, type Tx, write } from '#db/client'
import { newId } from '#db/schema/columns'
import { clerkships, openings, requirements, windows } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { type ClerkshipStep, clerkshipLabels, clerkshipStates, clerkshipWorkflow, inWords } from './clerkship'
import type { ClerkshipForm } from './clerkship-form.server'
import { clerkshipIn, KIND } from './clerkship-record.server'
import type { Clerkship } from './opening'
import { slugOf } from './service'

const asRow = ({ version: _, fee, years, ...typed }: ClerkshipForm) => ({
  ...typed,
  years: [...years].sort(),
  feeCents: Math.round(fee * 100),
})
const asForm = ({ feeCents, ...it }: Clerkship) => ({ ...it, fee: feeCents / 100 })

/** Adds a clerkship in preparation, asking for nothing yet. Its address is made from its name. */
export async function addClerkship(me: Person, form: ClerkshipForm, now = programNow()) {
  insist(me, 'program.edit')
  const [id, slug] = [newId(), slugOf(form.name)]
  const refused = await change(me, { kind: KIND, id, step: 'add', version: form.version }, now, async (tx) => {
    const fields = await takenBy(tx, { id, slug, name: form.name })
    if (fields) return { fields }
    await tx.insert(clerkships).values({ id, slug, ...asRow(form), status: 'draft' })
    return { changes: [{ label: `“${form.name}” added`, from: null, to: null }] }
  })
  return refused ? { refused } : { slug }
}

/** Stores what a clerkship is; refused when its name is taken, or when its length no longer fits its seats. */
export async function saveClerkship(me: Person, slug: string, form: ClerkshipForm, now = programNow()) {
  insist(me, 'program.edit')
  const id = await clerkshipId(slug)
  return change(me, { kind: KIND, id, version: form.version }, now, async (tx) => {
    const before = await clerkshipIn(tx, slug)
    const row = asRow(form)
    const fields = (await takenBy(tx, { ...before, name: row.name })) ?? (await brokenBy(tx, before, row))
    if (fields) return { fields }
    await tx.update(clerkships).set(row).where(eq(clerkships.id, id))
    return { changes: differences(clerkshipLabels, inWords(before), inWords(row)), restores: asForm(before) }
  })
}

export async function clerkshipId(slug: string): Promise<string> {
  const [row] = await read.select({ id: clerkships.id }).from(clerkships).where(eq(clerkships.slug, slug))
  if (!row) throw notFound()
  return row.id
}

type Named = Pick<Clerkship, 'id' | 'name' | 'slug'>

async function takenBy(tx: Tx, { id, name, slug }: Named): Promise<Record<string, string> | undefined> {
  const same = or(eq(clerkships.name, name), eq(clerkships.slug, slug))
  const [other] = await tx
    .select({ name: clerkships.name })
    .from(clerkships)
    .where(and(ne(clerkships.id, id), same))
  if (other) return { name: `Another clerkship is called ${other.name}: choose another name` }
}

/** A sentence when people count on what would change: its length, or the kind under which they applied. */
async function brokenBy(tx: Tx, before: Clerkship, row: Pick<Clerkship, 'weeks' | 'kind'>) {
  if (before.weeks === row.weeks && before.kind === row.kind) return
  const n = await appliedFor(tx, before.id)
  if (n === 0) return
  const say = `${n} ${n === 1 ? 'application was' : 'applications were'} made for it as it is`
  return {
    [before.weeks === row.weeks ? 'kind' : 'weeks']: `${say}: add another clerkship instead`,
  }
}

const appliedFor = async (tx: Tx, id: string) => (await applicationStates(tx, id)).reduce((all, { n }) => all + n, 0)

/** Publishes, closes or reopens a clerkship. Throws 409 with why it cannot be published yet. */
export async function stepClerkship(
  me: Person,
  slug: string,
  step: ClerkshipStep,
  now = programNow(),
): Promise<string> {
  insist(me, 'program.edit')
  return write(async (tx) => {
    const it = await clerkshipIn(tx, slug)
    const tooLate = `${it.name} is ${clerkshipStates[it.status].label.toLowerCase()} already.`
    await move(tx, me, { table: clerkships, kind: KIND, workflow: clerkshipWorkflow, step, it, tooLate }, now)
    const [from, to] = [it.status, clerkshipWorkflow[step].to].map((status) => clerkshipStates[status].label)
    await recordChange(tx, me, { kind: KIND, id: it.id, step: 'state', changes: [{ label: 'State', from, to }] }, now)
    return it.name
  })
}

/** Removes a clerkship that nobody applied for and that has no seats. Throws 409 with what keeps it. */
export async function removeClerkship(me: Person, slug: string, now = programNow()): Promise<string> {
  insist(me, 'program.edit')
  return write(async (tx) => {
    const { id, name } = await clerkshipIn(tx, slug)
    const applied = await appliedFor(tx, id)
    const [{ n: seats }] = await tx.select({ n: count() }).from(openings).where(eq(openings.clerkshipId, id))
    if (applied > 0) throw conflict(`${name} has ${applied} applications, so it stays. Close it instead.`)
    if (seats > 0) throw conflict(`${name} has seats in the year’s grid: set them to 0 first.`)
    await tx.delete(windows).where(eq(windows.clerkshipId, id))
    await tx.delete(requirements).where(eq(requirements.clerkshipId, id))
    await tx.delete(clerkships).where(eq(clerkships.id, id))
    const changes = [{ label: `“${name}” removed`, from: null, to: null }]
    await recordChange(tx, me, { kind: KIND, id, step: 'remove', changes }, now)
    return name
  })
}
