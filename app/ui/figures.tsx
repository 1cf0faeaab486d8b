import type { ReactNode } from 'react'

/** Numbers worth reading, each over what it counts. */
export function Figures({ items, work }: { items: { value: ReactNode; label: string }[]; work?: boolean }) {
  return (
    <dl className={work ? 'figures figures--work' : 'figures'}>
      {items.map(({ value, label }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
