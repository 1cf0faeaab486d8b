import { redirectSaying } from '#app/ui/flash.server'
import { scoreRows } from './review'
import { afterDecision } from './review-record.server'

/** After a decision: the next record to review opens, and what was done can be undone. */
export async function decided(id: string, said: string): Promise<Response> {
  const { name, next } = await afterDecision(id)
  return redirectSaying(next ? `/review/${next}` : '/review', `${name} ${said}.`, { action: `/review/${id}/undo` })
}

type Check = { applicationId: string; documentId: string }

/** After a check: the next document that waits, in the same place. */
export function checked(it: Check, form: FormData, said: string, mayUndo: boolean): Promise<Response> {
  const stage = String(form.get('stage') ?? 'review')
  const at = `/review/${it.applicationId}`
  const undo = mayUndo ? { action: `${at}/documents/${it.documentId}/undo` } : undefined
  return redirectSaying(`${at}?${new URLSearchParams({ stage })}`, said, undo)
}

/** The points that were chosen; anything else that was posted is left out. */
export function scoresOf(form: FormData): Record<string, number> {
  const chosen = scoreRows.map((row) => [row.key, Number(form.get(row.key) ?? Number.NaN)] as const)
  return Object.fromEntries(chosen.filter(([, points]) => Number.isInteger(points) && points >= 0 && points <= 3))
}
