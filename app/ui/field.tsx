import type { ReactNode } from 'react'

/** What a control needs to know of its field: Conform's FieldMetadata, or anything of that shape. */
export type Wired = {
  key?: string
  id: string
  name: string
  errorId: string
  descriptionId: string
  errors?: string[]
  initialValue?: unknown
}

/** The value a control starts with, as text. */
export const textOf = (field: Wired) => (field.initialValue == null ? undefined : String(field.initialValue))

/** The values a set of checkboxes starts with. */
export const textsOf = (field: Wired) =>
  Array.isArray(field.initialValue)
    ? field.initialValue.map(String)
    : field.initialValue == null
      ? []
      : [String(field.initialValue)]

/** The ids of the error and the hint, in the order in which they are read out. */
export function describedBy(field: Wired, hint?: ReactNode) {
  return [field.errors?.length && field.errorId, hint && field.descriptionId].filter(Boolean).join(' ') || undefined
}

/** The attributes every control shares: id, name, error and hint. */
export function wire(field: Wired, hint?: ReactNode) {
  return {
    id: field.id,
    name: field.name,
    'aria-invalid': field.errors?.length ? (true as const) : undefined,
    'aria-describedby': describedBy(field, hint),
  }
}

export function Hint({ field, children }: { field: Wired; children?: ReactNode }) {
  return children ? (
    <span className="hint" id={field.descriptionId}>
      {children}
    </span>
  ) : null
}

export function FieldError({ field }: { field: Wired }) {
  if (!field.errors?.length) return null
  return (
    <span className="field__error" id={field.errorId}>
      <span className="vh">Error: </span>
      {field.errors[0]}
    </span>
  )
}

type FieldProps = { field: Wired; label: ReactNode; hint?: ReactNode; children: ReactNode }

/** Label, hint, error, then the control, which takes its attributes from `wire(field, hint)`. */
export function Field({ field, label, hint, children }: FieldProps) {
  return (
    <div className={field.errors?.length ? 'field field--error' : 'field'}>
      <label className="label" htmlFor={field.id}>
        {label}
      </label>
      <Hint field={field}>{hint}</Hint>
      <FieldError field={field} />
      {children}
    </div>
  )
}

type FieldsetProps = { field: Wired; legend: ReactNode; hint?: ReactNode; id?: string; children: ReactNode }

/** The same around several controls that answer one question. */
export function Fieldset({ field, legend, hint, id, children }: FieldsetProps) {
  return (
    <fieldset
      id={id}
      className={field.errors?.length ? 'fieldset fieldset--error' : 'fieldset'}
      aria-describedby={describedBy(field, hint)}
    >
      <legend>{legend}</legend>
      <Hint field={field}>{hint}</Hint>
      <FieldError field={field} />
      {children}
    </fieldset>
  )
}
