import { and, asc, count, desc, eq, isNull, sql } from 'drizzle-orm'
import { changesOf, versionOf } from '#app/workflow/changes.server'
import { insist } from '#app/workflow/permissions'
import { notFound } from '#app/workflow/refusal'
import { read, readAll, type Tx } from '#db/client'
import { clerkships, requirements } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import type { Clerkship } from './opening'

export const KIND = 'clerkship'

/** Every clerkship, also those in preparation, the longer first, as a query for `readAll`. */
export const everyClerkship = (from: Pick<Tx, 'select'> = read) =>
  from.select().from(clerkships).orderBy(desc(clerkships.weeks), asc(clerkships.name))

/** Every clerkship with how much each asks for, and what was changed on any. One round trip. */
export async function listClerkshipSettings(me: Person) {
  insist(me, 'program.edit')
  const [list, asked, changes] = await readAll(
    everyClerkship(),
    read
      .select({ clerkshipId: requirements.clerkshipId, n: count() })
      .from(requirements)
      .where(isNull(requirements.retiredAt))
      .groupBy(requirements.clerkshipId),
    changesOf(KIND),
  )
  const of = (id: string) => asked.find(({ clerkshipId }) => clerkshipId === id)?.n ?? 0
  return { clerkships: list.map((it) => ({ ...it, asked: of(it.id) })), changes }
}

const idAt = (slug: string) => sql<string>`(select id from clerkships where slug = ${slug})`

/** One clerkship with what it asks for now and its changes. Throws 404. One round trip. */
export async function clerkshipRecord(me: Person, slug: string) {
  insist(me, 'program.edit')
  const [[clerkship], asked, changes, [{ version }]] = await readAll(
    read.select().from(clerkships).where(eq(clerkships.slug, slug)),
    askedBy(slug),
    changesOf(KIND, idAt(slug)),
    versionOf(KIND, idAt(slug)),
  )
  if (!clerkship) throw notFound()
  return { clerkship, requirements: asked, changes, version }
}

/** What a clerkship asks for now, in its order, as a query for `readAll`. */
export const askedBy = (slug: string, from: Pick<Tx, 'select'> = read) =>
  from
    .select()
    .from(requirements)
    .where(and(eq(requirements.clerkshipId, idAt(slug)), isNull(requirements.retiredAt)))
    .orderBy(asc(requirements.phase), asc(requirements.position))

/** The clerkship of this address, inside a write. Throws 404. */
export async function clerkshipIn(tx: Tx, slug: string): Promise<Clerkship> {
  const [row] = await tx.select().from(clerkships).where(eq(clerkships.slug, slug))
  if (!row) throw notFound()
  return row
}
