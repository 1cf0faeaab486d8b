import { and, desc, eq, sql } from 'drizzle-orm'
import { changesOf, versionOf } from '#app/workflow/changes.server'
import { programNow } from '#app/workflow/clock.server'
import { dayAt } from '#app/workflow/day.server'
import { insist } from '#app/workflow/permissions'
import { notFound } from '#app/workflow/refusal'
import { applicationStates, openDrafts } from '#db/claims'
import { read, readAll, type Tx } from '#db/client'
import { clerkships, requirements } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { someText } from './calendar-uses.server'
import type { Requirement } from './requirement'

export const KIND = 'requirement'
/** A requirement of a clerkship over all its versions, as one thing that is changed: "elective/tb". */
export const requirementId = (slug: string, key: string) => `${slug}/${key}`

/** Every version, the newest first. */
export const versionsOf = (from: Pick<Tx, 'select'>, slug: string, key: string) =>
  from
    .select({ requirement: requirements })
    .from(requirements)
    .innerJoin(clerkships, and(eq(clerkships.id, requirements.clerkshipId), eq(clerkships.slug, slug)))
    .where(eq(requirements.key, key))
    .orderBy(desc(requirements.version))

/** A requirement with its versions, its changes and whom a change would reach. Throws 404. One round trip. */
export async function requirementRecord(me: Person, slug: string, key: string, now = programNow()) {
  insist(me, 'program.edit')
  const id = requirementId(slug, key)
  const [[clerkship], rows, changes, [{ version }], ...claims] = await readAll(
    read.select().from(clerkships).where(eq(clerkships.slug, slug)),
    versionsOf(read, slug, key),
    changesOf(KIND, id),
    versionOf(KIND, id),
    applicationStates(read, idAt(slug)),
    openDrafts(read, idAt(slug), dayAt(now)),
  )
  const versions = rows.map((row) => row.requirement)
  if (!clerkship || versions.length === 0) throw notFound()
  const isGone = versions[0].retiredAt !== null
  return { clerkship, versions, current: versions[0], isGone, changes, version, reach: reachOf(...claims) }
}

const idAt = (slug: string) => sql`(select id from clerkships where slug = ${slug})`
const over = ['draft', 'withdrawn', 'not offered']

/** How many are not sent yet, whose they are, and how many were sent and still count. */
function reachOf(states: { status: string; n: number }[], drafts: { familyName: string }[]) {
  const sent = states.filter(({ status }) => !over.includes(status)).reduce((all, { n }) => all + n, 0)
  return { drafts: drafts.length, told: someText(drafts.map(({ familyName }) => familyName)), sent }
}

/** The newest version inside a write. Throws 404. */
export async function newestIn(tx: Tx, slug: string, key: string): Promise<Requirement> {
  const [row] = await versionsOf(tx, slug, key)
  if (!row) throw notFound()
  return row.requirement
}
