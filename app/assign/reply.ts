import { listText } from '#app/ui/list-text'
import type { PlacementStatus } from './placement'

/** What a student replied to an offer before it could be taken back. */
export type Reply = { name: string; status: PlacementStatus }

/** So many are named; more are counted. */
export const FEW = 3

/** "Ana Ruiz had accepted already and keeps the place. 4 students had declined already." Empty when nobody replied. */
export function repliesText(replies: Reply[]): string {
  const of = (...statuses: PlacementStatus[]) => replies.filter(({ status }) => statuses.includes(status))
  const accepted = of('accepted', 'confirmed')
  const keep = accepted.length === 1 ? 'keeps the place' : 'keep their places'
  return [
    said(accepted, `had accepted already and ${keep}`),
    said(of('declined'), 'had declined already'),
    said(of('withdrawn'), 'had withdrawn already'),
  ]
    .filter(Boolean)
    .join(' ')
}

function said(replies: Reply[], what: string): string {
  if (replies.length === 0) return ''
  const who = replies.length > FEW ? `${replies.length} students` : listText(replies.map(({ name }) => name))
  return `${who} ${what}.`
}

/** What taking a publication back came to: how many places are drafts again, and who had replied meanwhile. */
export function retractionText(taken: number, replies: Reply[]): string {
  const drafts = taken === 1 ? '1 place is a draft again.' : `${taken} places are drafts again.`
  if (replies.length === 0) return `${drafts} No mail went out.`
  return `${drafts} No mail about ${taken === 1 ? 'it' : 'them'} went out. ${repliesText(replies)}`
}
