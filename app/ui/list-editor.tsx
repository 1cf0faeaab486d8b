import type { FieldMetadata, FormMetadata } from '@conform-to/react'
import type { ReactNode } from 'react'
import { Button } from './button'
import { FieldError } from './field'

type ListForm = Pick<FormMetadata<Record<string, unknown>>, 'insert' | 'remove' | 'reorder'>
type Fields = Record<string, FieldMetadata>
type Item = { fields: Fields; at: number }
type ListEditorProps<T> = {
  form: ListForm
  list: FieldMetadata<T[]>
  /** What one item is called: "session". */
  noun: string
  /** What stands where there is none yet. */
  none: ReactNode
  children: (item: Item) => ReactNode
}

/** A list that is typed: each item with its fields and buttons; add, remove and reorder also without JavaScript. */
export function ListEditor<T>({ form, list, noun, none, children }: ListEditorProps<T>) {
  const items = list.getFieldList()
  return (
    <div className="stack stack-24" id={list.id}>
      <FieldError field={list} />
      {items.length === 0 ? <p className="muted">{none}</p> : null}
      <ol className="listed">
        {items.map((field, at) => (
          <li key={field.key}>
            <fieldset className="stack">
              <legend>
                {titled(noun)} {at + 1}
              </legend>
              {children({ fields: (field as unknown as { getFieldset: () => Fields }).getFieldset(), at })}
              <Acts form={form} name={list.name} at={at} last={items.length - 1} noun={noun} />
            </fieldset>
          </li>
        ))}
      </ol>
      <p>
        <Button kind="secondary" {...form.insert.getButtonProps({ name: list.name })}>
          Add a {noun}
        </Button>
      </p>
    </div>
  )
}

const titled = (noun: string) => noun.charAt(0).toUpperCase() + noun.slice(1)

type ActsProps = { form: ListForm; name: string; at: number; last: number; noun: string }

function Acts({ form, name, at, last, noun }: ActsProps) {
  const which = (
    <span className="vh">
      {' '}
      {noun} {at + 1}
    </span>
  )
  return (
    <p className="cluster">
      {at > 0 ? (
        <Button kind="secondary" size="small" {...form.reorder.getButtonProps({ name, from: at, to: at - 1 })}>
          Up{which}
        </Button>
      ) : null}
      {at < last ? (
        <Button kind="secondary" size="small" {...form.reorder.getButtonProps({ name, from: at, to: at + 1 })}>
          Down{which}
        </Button>
      ) : null}
      <Button kind="secondary" size="small" {...form.remove.getButtonProps({ name, index: at })}>
        Remove{which}
      </Button>
    </p>
  )
}

/** The first button of a form with lists: what Enter presses, or it would press "Up". */
export const DefaultSubmit = () => (
  <button type="submit" className="vh" tabIndex={-1} aria-hidden="true">
    Save
  </button>
)
