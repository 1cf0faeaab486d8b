import type { ReactNode, SelectHTMLAttributes } from 'react'
import { Field, textOf, type Wired, wire } from './field'

type SelectOption = { value: string; label: string; disabled?: boolean }
type SelectProps = SelectHTMLAttributes<HTMLSelectElement> & {
  field: Wired
  label: ReactNode
  hint?: ReactNode
  options: SelectOption[]
  small?: boolean
}

/** One of many. An empty first option is the caller's to give. */
export function Select({ field, label, hint, options, small, ...rest }: SelectProps) {
  return (
    <Field field={field} label={label} hint={hint}>
      <select
        {...rest}
        {...wire(field, hint)}
        key={field.key}
        className={small ? 'select select--small' : 'select'}
        defaultValue={textOf(field)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
