import { listText } from '#app/ui/list-text'
import { SummaryList } from '#app/ui/summary-list'
import { Day } from '#app/ui/time'
import { feeText } from './fee'
import type { PlacementStatus } from './placement'
import type { FoundPlacement } from './placement-record.server'

/** What the student accepts: dates, service, first day, fee, and what becomes of the other wishes. */
export function OfferTerms({ it }: { it: FoundPlacement }) {
  const { block, service, clerkship, placement, isMine } = it
  const isAhead = ahead.includes(placement.status)
  const was = [
    {
      term: 'Dates',
      value: (
        <>
          <Day on={block.firstOn} weekday /> – <Day on={block.lastOn} weekday year />
        </>
      ),
    },
    { term: 'Service', value: isAhead ? `${service.name}. ${besideText(it)}` : service.name },
    { term: 'Rotation', value: `${clerkship.name}, ${clerkship.weeks} weeks` },
  ]
  const comes = [
    { term: 'First day', value: it.rules.firstDayAt },
    { term: 'Fee', value: feeText(it, it.rules.dropNoticeDays) },
  ]
  const items = isAhead ? [...was, ...comes] : was
  const others = { term: 'Your other wishes', value: wishesText(it) }
  return (
    <section aria-labelledby="what" className="stack stack-12">
      <h2 id="what">{headOf(it)}</h2>
      <SummaryList items={isMine && placement.status === 'offered' ? [...items, others] : items} />
    </section>
  )
}

/** The states in which the place is still to come, or runs. */
const ahead: PlacementStatus[] = ['draft', 'offered', 'accepted', 'confirmed']

function headOf({ isMine, placement }: FoundPlacement): string {
  if (!ahead.includes(placement.status)) return 'What it was'
  if (!isMine) return 'The place'
  return placement.status === 'offered' ? 'What you accept' : 'Your place'
}

function besideText({ others, isMine }: FoundPlacement): string {
  if (others === 0) return isMine ? 'You are the only student.' : 'No other student.'
  return `With ${others} other ${others === 1 ? 'student' : 'students'}.`
}

function wishesText({ otherWishes }: FoundPlacement): string {
  const names = [...new Set(otherWishes.map(({ block }) => `block ${block}`))]
  if (names.length === 0) return 'None.'
  const list = listText(names)
  const which = `${list.charAt(0).toUpperCase()}${list.slice(1)}`
  const [end, it] = names.length === 1 ? ['ends', 'it'] : ['end', 'them']
  return `${which} ${end} when you accept. If you decline, you stay on the waitlist for ${it}.`
}
