import { type FieldMetadata, type FormMetadata, getFormProps, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/error-summary'
import { textOf } from '#app/ui/field'
import { useLastResult } from '#app/ui/last-result'
import { DefaultSubmit } from '#app/ui/list-editor'
import { VersionField } from '#app/ui/version-field'

type Item = { key: string }
type Typed = { version: number; toApply: Item[]; toStart: Item[] }
type RequirementOrderProps = { order: Typed; names: Record<string, string> }

/** What a clerkship asks for, each with buttons that move it; saved at once. */
export function RequirementOrder({ order, names }: RequirementOrderProps) {
  const [form, fields] = useForm<Typed>({ lastResult: useLastResult(), defaultValue: order })
  return (
    <Form method="post" className="stack stack-32" {...getFormProps(form)}>
      <DefaultSubmit />
      <ErrorSummary form={form} />
      <VersionField field={fields.version} />
      <Ordered title="To apply" list={fields.toApply} {...{ form, names }} />
      <Ordered title="To start" list={fields.toStart} {...{ form, names }} />
      <Button>Save the order</Button>
    </Form>
  )
}

type Reordering = Pick<FormMetadata<Typed>, 'reorder'>
type OrderedProps = { title: string; form: Reordering; list: FieldMetadata<Item[]>; names: Record<string, string> }

function Ordered({ title, form, list, names }: OrderedProps) {
  const items = list.getFieldList()
  return (
    <section aria-labelledby={list.id} className="stack">
      <h2 id={list.id}>{title}</h2>
      <ol className="rows rows--act">
        {items.map((field, at) => {
          const { key } = field.getFieldset()
          const name = names[textOf(key) ?? ''] ?? ''
          const move = (to: number) => form.reorder.getButtonProps({ name: list.name, from: at, to })
          return (
            <li key={field.key}>
              <span>{name}</span>
              <input type="hidden" name={key.name} key={key.key} defaultValue={textOf(key)} />
              <span className="cluster">
                {at > 0 ? <Move label="Up" name={name} button={move(at - 1)} /> : null}
                {at < items.length - 1 ? <Move label="Down" name={name} button={move(at + 1)} /> : null}
              </span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

type MoveProps = { label: string; name: string; button: ReturnType<Reordering['reorder']['getButtonProps']> }

const Move = ({ label, name, button }: MoveProps) => (
  <Button kind="secondary" size="small" {...button}>
    {label}
    <span className="vh"> {name}</span>
  </Button>
)
