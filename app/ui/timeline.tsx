import type { ReactNode } from 'react'

export type Moment = { title: ReactNode; at?: ReactNode; hint?: ReactNode; when: 'past' | 'now' | 'later' }

/** What happened, what is now, what comes; `at` is an <Instant> or a <Day>. */
export function Timeline({ items }: { items: Moment[] }) {
  return (
    <ol className="timeline">
      {items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a timeline only grows at its end
        <li key={at} data-now={item.when === 'now' || undefined} data-later={item.when === 'later' || undefined}>
          {item.when === 'later' ? item.title : <b>{item.title}</b>}
          {item.at ? <span className="hint">{item.at}</span> : null}
          {item.hint ? <span className="hint">{item.hint}</span> : null}
        </li>
      ))}
    </ol>
  )
}
