import type { ReactNode } from 'react'
import { Fieldset, textOf, type Wired } from './field'

export type Option = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }
type RadiosProps = { field: Wired; legend: ReactNode; hint?: ReactNode; options: Option[]; tight?: boolean }

/** The first control of a group carries the field's id, so that an error links to it. */
export const idAt = (field: Wired, at: number) => (at === 0 ? field.id : `${field.id}-${at}`)

/** One of several, as a list. */
export function Radios({ field, legend, hint, options, tight }: RadiosProps) {
  const chosen = textOf(field)
  return (
    <Fieldset field={field} legend={legend} hint={hint}>
      {options.map((option, at) => (
        <label key={option.value} className={tight ? 'choice choice--tight' : 'choice'}>
          <input
            type="radio"
            id={idAt(field, at)}
            name={field.name}
            value={option.value}
            disabled={option.disabled}
            defaultChecked={option.value === chosen}
          />
          <span>{option.label}</span>
          {option.hint ? <span className="hint">{option.hint}</span> : null}
        </label>
      ))}
    </Fieldset>
  )
}
