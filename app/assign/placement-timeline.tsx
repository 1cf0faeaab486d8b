import { Day, Instant } from '#app/ui/time'
import { Timeline } from '#app/ui/timeline'
import type { Step } from './timeline'

/** What has happened, what is now, what comes. */
export function PlacementTimeline({ steps }: { steps: Step[] }) {
  return (
    <section className="stack" aria-labelledby="timeline">
      <h2 id="timeline">What has happened</h2>
      <Timeline items={steps.map((step) => ({ title: step.title, at: <When step={step} />, when: step.when }))} />
    </section>
  )
}

function When({ step }: { step: Step }) {
  return (
    <>
      {step.by ? 'By ' : null}
      {step.at ? <Instant at={step.at} /> : null}
      {step.on ? <Day on={step.on} weekday /> : null}
      {step.time ? `, ${step.time}` : null}
    </>
  )
}
