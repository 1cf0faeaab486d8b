import type { ReactNode } from 'react'

export type SummaryItem = { term: string; value: ReactNode; act?: ReactNode }

/** Answers beside their questions; an unanswered one reads "Not provided". */
export function SummaryList({ items, look }: { items: SummaryItem[]; look?: 'aside' | 'fees' }) {
  return (
    <dl className={look ? `summary summary--${look}` : 'summary'}>
      {items.map(({ term, value, act }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value === undefined || value === null || value === '' ? 'Not provided' : value}</dd>
          {act ? <dd className="summary__act">{act}</dd> : null}
        </div>
      ))}
    </dl>
  )
}
