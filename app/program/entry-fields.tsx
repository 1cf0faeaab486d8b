import { getFormProps, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button'
import { DateField } from '#app/ui/date-field'
import { ErrorSummary } from '#app/ui/error-summary'
import { Select } from '#app/ui/select'
import type { Entry } from './entry-page.server'
import { dutyKinds } from './schedule'

type TypedDate = { month: string; day: string; year: string }
type Typed = { personId: string; kind: string; serviceId: string; from: TypedDate; to: TypedDate }

const kinds = Object.entries(dutyKinds).map(([value, label]) => ({ value, label }))
const choose = { value: '', label: 'Select one' }

/** Who does what from when to when; it goes into the address, so that the preview can be shared and gone back to. */
export function EntryFields({ entry }: { entry: Entry }) {
  const { typed, result, teachers, services } = entry
  const [form, fields] = useForm<Typed>({
    lastResult: result,
    defaultValue: { kind: 'duty', ...(typed as Partial<Typed> | null) },
  })
  const named = (list: { id: string; name: string }[]) => list.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Form method="get" className="stack stack-24" {...getFormProps(form)} onSubmit={undefined}>
      <ErrorSummary form={form} />
      <Select field={fields.personId} label="Who" options={[choose, ...named(teachers)]} />
      <Select field={fields.kind} label="What it is" options={kinds} />
      <Select
        field={fields.serviceId}
        label="Service"
        options={[choose, ...named(services), { value: 'none', label: 'Nothing: empty these days' }]}
      />
      <div className="cluster">
        <DateField field={fields.from} legend="First day" />
        <DateField field={fields.to} legend="Last day" />
      </div>
      <Button kind={entry.preview ? 'secondary' : 'primary'}>Show what changes</Button>
    </Form>
  )
}
