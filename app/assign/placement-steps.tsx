import { Form } from '@remix-run/react'
import { mayAskForWaitlist } from '#app/apply/place'
import { Button, ButtonLink } from '#app/ui/button'
import type { FoundPlacement } from './placement-record.server'

/** The student's answer to an offer, or what they can ask for once it has ended: the biggest buttons of the page. */
export function Answer({ it }: { it: FoundPlacement }) {
  if (it.isMine && mayAskForWaitlist(it))
    return <Post action="waitlisting" label="Ask to join the waitlist" size="big" />
  if (!it.steps.includes('accept')) return null
  return (
    <Form className="cluster" method="post" action="acceptance" aria-label="Reply">
      <Button size="big">Accept block {it.block.name}</Button>
      <ButtonLink kind="secondary" size="big" to="refusal">
        Decline
      </ButtonLink>
    </Form>
  )
}

/** What else can be done with this placement now, by whoever looks at it. */
export function PlacementSteps({ it }: { it: FoundPlacement }) {
  const { steps, placement, isMine, mayArrange } = it
  const mayWithdraw = steps.includes('withdraw') && (placement.status !== 'offered' || !isMine)
  const mayRemove = mayArrange && placement.status === 'draft'
  const mayCancel = steps.includes('cancel')
  const mayRenew = mayArrange && placement.status === 'lapsed' && !placement.replacedById
  if (!mayWithdraw && !mayRemove && !mayCancel && !mayRenew) return null
  return (
    <section className="ruled cluster" aria-label="Steps">
      {mayRemove ? <Post action="removal" label="Remove this draft" /> : null}
      {mayRemove && placement.isPinned ? <Post action="unpinning" label="Unpin" /> : null}
      {mayRemove && !placement.isPinned ? <Post action="pin" label="Pin here" /> : null}
      {mayCancel ? (
        <ButtonLink kind="secondary" to="cancellation">
          Cancel {placement.status === 'offered' ? 'the offer' : 'the place'}
        </ButtonLink>
      ) : null}
      {mayWithdraw ? (
        <ButtonLink kind="secondary" to="withdrawal">
          {isMine ? 'Give up the place' : 'Withdraw for the student'}
        </ButtonLink>
      ) : null}
      {mayRenew ? <Post action="renewal" label="Offer this place again" /> : null}
    </section>
  )
}

type PostProps = { action: string; label: string; size?: 'big' }
const Post = ({ action, label, size }: PostProps) => (
  <Form method="post" action={action}>
    <Button kind={size ? undefined : 'secondary'} size={size}>
      {label}
    </Button>
  </Form>
)
