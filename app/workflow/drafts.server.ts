import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { and, eq, gt, like, lt } from 'drizzle-orm'
import { z } from 'zod'
import { read, type Tx, write } from '#db/client'
import { drafts } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'

type Fields = [name: string, value: string][]

const KEPT_FOR_MS = 30 * 60 * 1000
const REFUSED = 'POST '

/** Keeps what a person typed and hasn't sent, in place of what was kept for this path before. */
export async function keepDraft(tx: Tx, me: Person, path: string, form: Fields, now = new Date()): Promise<void> {
  const draft = { personId: me.personId, path, form, at: now }
  await tx
    .insert(drafts)
    .values(draft)
    .onConflictDoUpdate({ target: [drafts.personId, drafts.path], set: draft })
}

/** The draft of this path, as a query for `readAll`: no row or one. */
export const draftOf = (me: Pick<Person, 'personId'>, path: string, from: Pick<Tx, 'select'> = read) =>
  from
    .select({ form: drafts.form, at: drafts.at })
    .from(drafts)
    .where(and(eq(drafts.personId, me.personId), eq(drafts.path, path)))

/** Forgets the draft, in the transaction that stores what it held. */
export async function dropDraft(tx: Tx, me: Person, path: string): Promise<void> {
  await tx.delete(drafts).where(and(eq(drafts.personId, me.personId), eq(drafts.path, path)))
}

/**
 * Keeps a form that was refused because its sender is no longer signed in; returns the path that shows it again
 * to the same person for 30 minutes (see `keptForm`). Older ones are swept on the way.
 */
export async function keepRefusedForm(me: Person, path: string, form: Fields, now = new Date()): Promise<string> {
  const url = new URL(path, 'http://portal')
  const typed = form.filter(([name]) => !name.startsWith('__'))
  await write(async (tx) => {
    await tx.delete(drafts).where(and(like(drafts.path, `${REFUSED}%`), lt(drafts.at, oldest(now))))
    await keepDraft(tx, me, REFUSED + url.pathname, typed, now)
  })
  url.searchParams.set('kept', 'yes')
  return url.pathname + url.search
}

/**
 * The words of a form that a person sent when they were no longer signed in, as the result a Conform form starts
 * with; null where there are none. The root's loader asks this for every page, and a page's form takes it up with
 * `useForm({ lastResult: useLastResult(), … })` from `#app/ui/last-result`: nothing else is needed. It costs a read
 * only where the address carries `kept`, which is gone with the redirect after the next successful POST.
 */
export async function keptForm(me: Person | null, path: string, now = new Date()): Promise<SubmissionResult | null> {
  const url = new URL(path, 'http://portal')
  if (!me || !url.searchParams.has('kept')) return null
  const [kept] = await read
    .select({ form: drafts.form })
    .from(drafts)
    .where(and(eq(drafts.personId, me.personId), eq(drafts.path, REFUSED + url.pathname), gt(drafts.at, oldest(now))))
  if (!kept) return null
  const typed = parseWithZod(new URLSearchParams(kept.form), { schema: z.unknown() }).reply()
  return { initialValue: typed.initialValue, fields: typed.fields }
}

const oldest = (now: Date) => new Date(now.getTime() - KEPT_FOR_MS)
