import { z } from 'zod'
import { readForm } from '#app/workflow/form.server'
import type { Publishing } from './publication.server'

const schema = z.object({
  placement: z.array(z.string(), 'Choose at least one change to publish').min(1),
})

/** Which drafts are chosen, and the days that the coordinator set as `day-<placement>`; or the reply to return. */
export async function readPublication(request: Request) {
  const read = await readForm(request, schema)
  if (read.reply) return { reply: read.reply }
  const { placement } = read.value
  const daysSet = Object.fromEntries(placement.map((id) => [id, String(read.form.get(`day-${id}`) || '') || undefined]))
  return { submission: read.submission, publishing: { placementIds: placement, daysSet } satisfies Publishing }
}
