import type { ReactNode } from 'react'
import { FieldError, Hint, textOf, type Wired, wire } from './field'

type NumberFieldProps = { field: Wired; label: ReactNode; hint?: ReactNode; unit: string }

/** A number with its unit: words at the start of the line, the number at its end. */
export function NumberField({ field, label, hint, unit }: NumberFieldProps) {
  return (
    <div className={field.errors?.length ? 'field field--error number' : 'field number'}>
      <label className="label" htmlFor={field.id}>
        {label}
      </label>
      <span className="number__value">
        <input
          {...wire(field, hint)}
          key={field.key}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          className="input input--4"
          defaultValue={textOf(field)}
        />
        <span className="small muted">{unit}</span>
      </span>
      <Hint field={field}>{hint}</Hint>
      <FieldError field={field} />
    </div>
  )
}
