import { dayText, instantText } from '#app/ui/time'
import { Timeline } from '#app/ui/timeline'
import type { Step } from './timeline'

/** What has happened, what is now, what comes. */
export function PlacementTimeline({ steps }: { steps: Step[] }) {
  return (
    <section className="stack" aria-labelledby="timeline">
      <h2 id="timeline">What has happened</h2>
      <Timeline
        items={steps.map((step) => ({
          ...{ title: step.title, at: <When step={step} />, when: step.when },
          hint: step.reason && `Reason: ${step.reason}`,
        }))}
      />
    </section>
  )
}

/** One element, since each stands on a line of its own. */
function When({ step: { at, by, on, time } }: { step: Step }) {
  if (at) return <time dateTime={at.toISOString()}>{`${by ? 'By ' : ''}${instantText(at)}`}</time>
  if (!on) return null
  return <time dateTime={on}>{`${dayText(on, { weekday: true })}${time ? `, ${time}` : ''}`}</time>
}
