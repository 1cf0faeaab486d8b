import type { ReactNode } from 'react'
import { Field, type Wired, wire } from './field'

type FileFieldProps = {
  field: Wired
  label: ReactNode
  hint?: ReactNode
  accept?: string
  capture?: 'user' | 'environment'
}

/** One file. Its form is of its own and is stored on its first post, since a refused page can't refill it. */
export function FileField({ field, label, hint, accept, capture }: FileFieldProps) {
  return (
    <Field field={field} label={label} hint={hint}>
      <div className="file">
        <input {...wire(field, hint)} key={field.key} type="file" accept={accept} capture={capture} />
      </div>
    </Field>
  )
}
