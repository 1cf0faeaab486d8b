import { Instant } from '#app/ui/time'
import { Timeline } from '#app/ui/timeline'

type Event = { at: Date; step: string; by: string; note: string | null }

/** Who took which step when, oldest first. */
export function History({ events }: { events: Event[] }) {
  return (
    <section className="ruled stack" aria-labelledby="history">
      <h2 id="history">What has happened</h2>
      <Timeline
        items={events.map(({ at, step, by, note }) => ({
          title: `${by}: ${step}`,
          at: <Instant at={at} />,
          hint: note ?? undefined,
          when: 'past',
        }))}
      />
    </section>
  )
}
