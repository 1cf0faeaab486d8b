import { getFormProps, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/error-summary'
import { useLastResult } from '#app/ui/last-result'
import { DefaultSubmit, ListEditor } from '#app/ui/list-editor'
import { Select } from '#app/ui/select'
import { TextField } from '#app/ui/text-field'
import { VersionField } from '#app/ui/version-field'
import { type Kind, kindNames } from './curriculum'
import { KeptId } from './named-list'

type Item = {
  id: string
  serviceId: string
  orServiceId: string | null
  months: number
  kind: Kind
  note: string | null
}
type FieldsProps = { items: Item[]; services: { id: string; name: string }[]; version: number }

/** The parts of one year in their usual order. */
export function CurriculumFields({ items, services, version }: FieldsProps) {
  const [form, fields] = useForm<{ version: number; items: Item[] }>({
    lastResult: useLastResult(),
    defaultValue: { version, items },
  })
  const named = services.map(({ id, name }) => ({ value: id, label: name }))
  const kinds = Object.entries(kindNames).map(([value, label]) => ({ value, label }))
  return (
    <Form method="post" className="stack stack-24" {...getFormProps(form)}>
      <DefaultSubmit />
      <ErrorSummary form={form} />
      <VersionField field={fields.version} />
      <ListEditor form={form} list={fields.items} noun="part" none="Nothing is asked of this year yet.">
        {({ fields: item }) => (
          <div className="parted">
            <KeptId field={item.id} />
            <Select field={item.serviceId} label="Service" options={[choose, ...named]} />
            <TextField field={item.months} label="Months" inputMode="decimal" width={4} />
            <Select field={item.kind} label="Kind" options={[choose, ...kinds]} />
            <Select field={item.orServiceId} label="Or instead (optional)" options={[none, ...named]} />
            <TextField field={item.note} label="Note (optional)" />
          </div>
        )}
      </ListEditor>
      <Button>Save the year</Button>
    </Form>
  )
}

const choose = { value: '', label: 'Select one' }
const none = { value: '', label: 'Nothing else' }
