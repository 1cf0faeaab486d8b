import type { ReactNode } from 'react'
import { Fieldset, textOf, type Wired } from './field'

type Part = 'month' | 'day' | 'year'
type DateFieldProps = {
  field: Wired & { getFieldset: () => Record<Part, Wired> }
  legend: ReactNode
  hint?: ReactNode
  autoComplete?: 'bday'
}

const parts = [
  { part: 'month', label: 'Month', width: 2 },
  { part: 'day', label: 'Day', width: 2 },
  { part: 'year', label: 'Year', width: 4 },
] as const

/** A known date in three text fields, named `date.month`, `date.day`, `date.year`. */
export function DateField({ field, legend, hint, autoComplete }: DateFieldProps) {
  const fields = field.getFieldset()
  const own = field.errors ?? []
  const nested = parts.flatMap(({ part }) => fields[part].errors ?? [])
  // Named one by one: Conform's metadata is a proxy that a spread would empty.
  const { name, errorId, descriptionId } = field
  const whole = { id: field.id, name, errorId, descriptionId, errors: [...own, ...nested] }
  return (
    <Fieldset field={whole} legend={legend} hint={hint} id={nested.length ? field.id : undefined}>
      <div className="dates">
        {parts.map(({ part, label, width }, at) => {
          // An error of the whole date links to the first input; an error of a part to that part.
          const id = at === 0 && !nested.length ? field.id : fields[part].id
          return (
            <div key={part}>
              <label htmlFor={id}>{label}</label>
              <input
                key={fields[part].key}
                type="text"
                className={`input input--${width}`}
                id={id}
                name={`${field.name}.${part}`}
                inputMode="numeric"
                maxLength={width}
                autoComplete={autoComplete ? `${autoComplete}-${part}` : 'off'}
                defaultValue={textOf(fields[part])}
                aria-invalid={own.length || fields[part].errors?.length ? true : undefined}
              />
            </div>
          )
        })}
      </div>
    </Fieldset>
  )
}
