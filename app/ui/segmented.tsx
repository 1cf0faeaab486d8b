import type { ReactNode } from 'react'
import { describedBy, FieldError, Hint, textOf, type Wired } from './field'
import { idAt, type Option } from './radios'

type SegmentedProps = {
  field: Wired
  legend: ReactNode
  note?: ReactNode
  hint?: ReactNode
  options: Option[]
  /** The rating's five answers, as wide as their words need. */
  scale?: boolean
  /** The last answer stands apart: "Not seen". */
  away?: boolean
  /** 44 px high instead of 56, where it is not a rating. */
  low?: boolean
}

/** One of a few, side by side: real radios laid invisibly over their labels. */
export function Segmented({ field, legend, note, hint, options, scale, away, low }: SegmentedProps) {
  const chosen = textOf(field)
  const look = ['segmented', scale && 'segmented--scale', away && 'segmented--away', low && 'segmented--44']
  return (
    <fieldset
      className={field.errors?.length ? 'rating fieldset--error' : 'rating'}
      aria-describedby={describedBy(field, hint)}
    >
      <legend>
        {legend} {note ? <small>{note}</small> : null}
      </legend>
      <Hint field={field}>{hint}</Hint>
      <FieldError field={field} />
      <div className={look.filter(Boolean).join(' ')}>
        {options.map((option, at) => (
          <label key={option.value}>
            <input
              type="radio"
              id={idAt(field, at)}
              name={field.name}
              value={option.value}
              defaultChecked={option.value === chosen}
            />{' '}
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
