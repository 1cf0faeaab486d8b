import type { InputHTMLAttributes, ReactNode } from 'react'
import { Field, textOf, type Wired, wire } from './field'

type TextFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'width'> & {
  field: Wired
  label: ReactNode
  hint?: ReactNode
  /** How many characters are expected; left out, the field is as wide as a line. */
  width?: 2 | 4 | 6 | '2' | '4'
  /** Suggestions offered while typing; anything else may be typed. */
  suggestions?: string[]
}

/** One line of text. */
export function TextField({ field, label, hint, width, suggestions, type = 'text', ...rest }: TextFieldProps) {
  const list = suggestions && `${field.id}-list`
  return (
    <Field field={field} label={label} hint={hint}>
      <input
        {...rest}
        {...wire(field, hint)}
        key={field.key}
        type={type}
        inputMode={rest.inputMode ?? (type === 'email' ? 'email' : undefined)}
        className={width ? `input input--${width}` : 'input'}
        list={list}
        defaultValue={textOf(field)}
      />
      {suggestions ? (
        <datalist id={list}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      ) : null}
    </Field>
  )
}
