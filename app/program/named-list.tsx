import { getFormProps, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/error-summary'
import type { Wired } from '#app/ui/field'
import { useLastResult } from '#app/ui/last-result'
import { DefaultSubmit, ListEditor } from '#app/ui/list-editor'
import { Select } from '#app/ui/select'
import { TextArea } from '#app/ui/text-area'
import { TextField } from '#app/ui/text-field'
import { VersionField } from '#app/ui/version-field'

type Named = { id: string; name: string; description: string | null; clinic?: string | null }
type NamedListProps = {
  noun: string
  none: string
  button: string
  items: Named[]
  version: number
  /** Sessions say who is with the student. */
  clinics?: { value: string; label: string }[]
}

/** A list of names with descriptions: add, remove and reorder, then save all at once. */
export function NamedList({ noun, none, button, items, version, clinics }: NamedListProps) {
  const [form, fields] = useForm<{ version: number; items: Named[] }>({
    lastResult: useLastResult(),
    defaultValue: { version, items },
  })
  return (
    <Form method="post" className="stack stack-24" {...getFormProps(form)}>
      <DefaultSubmit />
      <ErrorSummary form={form} />
      <VersionField field={fields.version} />
      <ListEditor form={form} list={fields.items} noun={noun} none={none}>
        {({ fields: item }) => (
          <div className="pair">
            <KeptId field={item.id} />
            <div className="stack stack-16">
              <TextField field={item.name} label="Name" />
              {clinics ? <Select field={item.clinic} label="With the student" options={clinics} /> : null}
            </div>
            <TextArea field={item.description} label="Description (optional)" rows={2} />
          </div>
        )}
      </ListEditor>
      <Button>{button}</Button>
    </Form>
  )
}

/** The id of an item that was there before: the server knows it again by it. */
export const KeptId = ({ field }: { field: Wired }) =>
  field.initialValue ? <input type="hidden" name={field.name} defaultValue={String(field.initialValue)} /> : null
