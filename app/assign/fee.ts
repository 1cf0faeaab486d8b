import type { PlacementRecord } from './records.server'

type Payer = Pick<PlacementRecord, 'clerkship' | 'school'>

/** Whether the student's school pays nothing: an affiliated one, or the program's own. */
const isWaived = ({ school }: Payer) => Boolean(school?.isAffiliated || school?.isOwn)

/** "$600. Refunded if we cancel, or at 28 days’ notice.", or that there is none. */
export function feeText(it: Payer, noticeDays: number): string {
  if (isWaived(it)) return 'None: the school is affiliated.'
  if (it.clerkship.feeCents === 0) return 'None.'
  const dollars = `$${(it.clerkship.feeCents / 100).toFixed(it.clerkship.feeCents % 100 ? 2 : 0)}`
  return `${dollars}. Refunded if we cancel, or at ${noticeDays} days’ notice.`
}

/** What giving a place up so many days before its first means for the fee, where there is one. */
export function noticeText(it: Payer, days: number, noticeDays: number): string {
  const away = days > 0 ? `The first day is ${days} ${days === 1 ? 'day' : 'days'} away` : 'The first day has come'
  const isEarly = days >= noticeDays
  const asked = isEarly ? '' : `, and we ask for ${noticeDays} days’ notice`
  if (isWaived(it) || it.clerkship.feeCents === 0) return `${away}${asked}.`
  if (isEarly) return `${away}. With ${noticeDays} days’ notice or more, the fee is refunded.`
  return `${away}${asked}, so the fee is not refunded.`
}
