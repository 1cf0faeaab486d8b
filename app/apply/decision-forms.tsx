import { Form } from '@remix-run/react'
import { Button, ButtonLink } from '#app/ui/button'
import { Notice } from '#app/ui/notice'
import type { Shown } from './review-offers.server'

/** The decisions that can be taken now, and what keeps the first from being taken. */
export function DecisionForms({ it }: { it: Shown }) {
  const { mayMakeEligible, mayReturn, mayWaitlist, mayNotOffer, missing, application } = it
  if (!mayReturn && !mayNotOffer) return null
  return (
    <section className="ruled stack" aria-labelledby="decide">
      <h2 id="decide">Decide</h2>
      {missing.length > 0 ? (
        <Notice title="Before it can be eligible">
          <ul className="bullets">
            {missing.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <div className="cluster">
        {mayMakeEligible ? (
          <Form method="post" action={`/review/${application.id}/eligibility`}>
            <Button>Mark as eligible</Button>
          </Form>
        ) : null}
        {mayReturn ? (
          <ButtonLink kind="secondary" to={`/review/${application.id}/return`}>
            Return with a reason
          </ButtonLink>
        ) : null}
        {mayWaitlist ? (
          <Form method="post" action={`/review/${application.id}/waitlisting`}>
            <Button kind="secondary">Put on the waitlist</Button>
          </Form>
        ) : null}
        {mayNotOffer ? (
          <ButtonLink kind="secondary" to={`/review/${application.id}/no-offer`}>
            Do not offer
          </ButtonLink>
        ) : null}
      </div>
    </section>
  )
}
