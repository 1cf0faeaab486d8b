import { parseWithZod } from '@conform-to/zod/v4'
import { z } from 'zod'
import { keepDraft } from '#app/workflow/drafts.server'
import { write } from '#db/client'
import type { Person } from '#db/schema/people/actors'

/** Keeps a form as it is typed, unchecked, for the page at this path: "Save and come back later". */
export async function keepForLater(me: Person, path: string, form: FormData): Promise<void> {
  const typed = [...form].filter((it): it is [string, string] => typeof it[1] === 'string')
  await write((tx) => keepDraft(tx, me, path, typed))
}

/** What was typed, as a Conform form starts with it: laid over what the record says. */
export function typedBefore<T>(record: T, draft: { form: [string, string][] } | undefined): T {
  if (!draft) return record
  const { initialValue } = parseWithZod(new URLSearchParams(draft.form), { schema: z.unknown() }).reply()
  return { ...record, ...initialValue }
}
