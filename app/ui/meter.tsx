import type { ReactNode } from 'react'

export type Measure = { label: ReactNode; value: number; of: number; words?: string }

/** So many of so many: the words say it, the bar shows it. */
export function Meters({ items }: { items: Measure[] }) {
  return (
    <ul className="meters">
      {items.map(({ label, value, of, words }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is shown, never edited
        <li key={at}>
          <span>{label}</span>
          <b className="num">{words ?? `${value} of ${of}`}</b>
          <svg className="meter" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect width="100" height="8" />
            <rect width={of > 0 ? Math.min(100, (100 * value) / of) : 0} height="8" />
          </svg>
        </li>
      ))}
    </ul>
  )
}
