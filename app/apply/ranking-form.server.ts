import { conflict } from '#app/workflow/refusal'

/** The order that a button posts, or that Undo asks for in its address: keys "block/service", parted by spaces. */
export async function orderForm(request: Request): Promise<string[]> {
  const sent = (await request.formData()).get('order') ?? new URL(request.url).searchParams.get('order')
  if (typeof sent !== 'string') throw conflict('Choose a date, or move one.')
  return sent.split(' ').filter(Boolean)
}

type Ranked = { key: string; name: string }[]

/** What changed, in one sentence. */
export function saidOf(before: Ranked, after: Ranked): string {
  const added = after.find(({ key }) => !before.some((one) => one.key === key))
  if (added) return `${added.name} added as wish ${after.indexOf(added) + 1}.`
  const removed = before.find(({ key }) => !after.some((one) => one.key === key))
  if (removed) return `${removed.name} removed.`
  const at = after.findIndex(({ key }, rank) => key !== before[rank].key)
  return at < 0 ? 'Nothing changed.' : `${after[at].name} moved to wish ${at + 1}.`
}
