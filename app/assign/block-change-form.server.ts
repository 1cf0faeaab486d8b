import { z } from 'zod'
import { listText } from '#app/ui/list-text'
import { readForm } from '#app/workflow/form.server'
import { refuseForm } from '#app/workflow/overtaken.server'
import type { Stale } from './block-plan.server'
import { reasonOr } from './reason.server'

const INSTEAD = 'instead-'

const blockChangeForm = z.object({
  reason: reasonOr('Enter the reason. The students read it.'),
  version: z.string('Open this page again'),
})

/** The reason, what was seen, and by placement the opening to offer instead; or the reply to return at once. */
export async function readBlockChange(request: Request) {
  const read = await readForm(request, blockChangeForm)
  const chosen = [...read.form].filter(([name, value]) => name.startsWith(INSTEAD) && value)
  const instead = Object.fromEntries(chosen.map(([name, value]) => [name.slice(INSTEAD.length), String(value)]))
  return { ...read, instead }
}

const CHANGED = 'Somebody was placed, answered or left while you had this open. Look over the list, then go on'

/** The form again with every word, and the list as it stands now. */
export function refuseStale(form: FormData, { version, missed }: Stale) {
  form.set('version', version)
  const says = missed.length > 0 ? `${listText(missed)}. Choose other dates` : CHANGED
  return refuseForm({ form, schema: blockChangeForm }, { fields: { '': says }, status: 409 })
}
