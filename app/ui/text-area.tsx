import type { ReactNode, TextareaHTMLAttributes } from 'react'
import { Field, textOf, type Wired, wire } from './field'

type TextAreaProps = TextareaHTMLAttributes<HTMLTextAreaElement> & { field: Wired; label: ReactNode; hint?: ReactNode }

/** Several lines of text; children (starters) stand between hint and text. */
export function TextArea({ field, label, hint, rows = 4, children, ...rest }: TextAreaProps) {
  return (
    <Field field={field} label={label} hint={hint}>
      {children}
      <textarea
        {...rest}
        {...wire(field, hint)}
        key={field.key}
        rows={rows}
        className="textarea"
        defaultValue={textOf(field)}
      />
    </Field>
  )
}
