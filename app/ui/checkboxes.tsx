import type { ReactNode } from 'react'
import { FieldError, Fieldset, textOf, textsOf, type Wired, wire } from './field'
import { idAt, type Option } from './radios'

type CheckboxProps = { field: Wired; label: ReactNode; hint?: ReactNode; value?: string; tight?: boolean }

/** One box: a statement that is true when it is checked. */
export function Checkbox({ field, label, hint, value = 'on', tight }: CheckboxProps) {
  return (
    <div className={field.errors?.length ? 'field field--error' : 'field'}>
      <FieldError field={field} />
      <label className={tight ? 'choice choice--tight' : 'choice'}>
        <input
          {...wire(field, hint)}
          key={field.key}
          type="checkbox"
          value={value}
          defaultChecked={field.initialValue === true || textOf(field) === value}
        />
        <span>{label}</span>
        {hint ? (
          <span className="hint" id={field.descriptionId}>
            {hint}
          </span>
        ) : null}
      </label>
    </div>
  )
}

type CheckboxesProps = { field: Wired; legend: ReactNode; hint?: ReactNode; options: Option[]; tight?: boolean }

/** Any of several. */
export function Checkboxes({ field, legend, hint, options, tight }: CheckboxesProps) {
  const chosen = textsOf(field)
  return (
    <Fieldset field={field} legend={legend} hint={hint}>
      {options.map((option, at) => (
        <label key={option.value} className={tight ? 'choice choice--tight' : 'choice'}>
          <input
            type="checkbox"
            id={idAt(field, at)}
            name={field.name}
            value={option.value}
            disabled={option.disabled}
            defaultChecked={chosen.includes(option.value)}
          />
          <span>{option.label}</span>
          {option.hint ? <span className="hint">{option.hint}</span> : null}
        </label>
      ))}
    </Fieldset>
  )
}
