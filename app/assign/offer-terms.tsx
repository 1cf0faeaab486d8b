import { listText } from '#app/ui/list-text'
import { SummaryList } from '#app/ui/summary-list'
import { Day } from '#app/ui/time'
import type { FoundPlacement } from './placement-record.server'

/** What the student accepts: dates, service, first day, fee, and what becomes of the other wishes. */
export function OfferTerms({ it }: { it: FoundPlacement }) {
  const { block, service, clerkship, placement, isMine } = it
  const items = [
    {
      term: 'Dates',
      value: (
        <>
          <Day on={block.firstOn} weekday /> – <Day on={block.lastOn} weekday year />
        </>
      ),
    },
    { term: 'Service', value: `${service.name}. ${besideText(it)}` },
    { term: 'Rotation', value: `${clerkship.name}, ${clerkship.weeks} weeks` },
    { term: 'First day', value: it.rules.firstDayAt },
    { term: 'Fee', value: feeText(it) },
  ]
  const others = { term: 'Your other wishes', value: wishesText(it) }
  return (
    <section aria-labelledby="what" className="stack stack-12">
      <h2 id="what">{headOf(it)}</h2>
      <SummaryList items={isMine && placement.status === 'offered' ? [...items, others] : items} />
    </section>
  )
}

function headOf({ isMine, placement }: FoundPlacement): string {
  if (!isMine) return 'The place'
  return placement.status === 'offered' ? 'What you accept' : 'Your place'
}

function besideText({ others, isMine }: FoundPlacement): string {
  if (others === 0) return isMine ? 'You are the only student.' : 'No other student.'
  return `With ${others} other ${others === 1 ? 'student' : 'students'}.`
}

function feeText({ clerkship, school, rules }: FoundPlacement): string {
  if (school?.isAffiliated || school?.isOwn) return 'None: the school is affiliated.'
  if (clerkship.feeCents === 0) return 'None.'
  const dollars = `$${(clerkship.feeCents / 100).toFixed(clerkship.feeCents % 100 ? 2 : 0)}`
  return `${dollars}. Refunded if we cancel, or at ${rules.dropNoticeDays} days’ notice.`
}

function wishesText({ otherWishes }: FoundPlacement): string {
  const names = [...new Set(otherWishes.map(({ block }) => `block ${block}`))]
  if (names.length === 0) return 'None.'
  const list = listText(names)
  const which = `${list.charAt(0).toUpperCase()}${list.slice(1)}`
  const [end, it] = names.length === 1 ? ['ends', 'it'] : ['end', 'them']
  return `${which} ${end} when you accept. If you decline, you stay on the waitlist for ${it}.`
}
