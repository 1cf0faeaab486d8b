import { getFormProps, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button'
import { DateField } from '#app/ui/date-field'
import { ErrorSummary } from '#app/ui/error-summary'
import type { Wired } from '#app/ui/field'
import { useLastResult } from '#app/ui/last-result'
import { DefaultSubmit, ListEditor } from '#app/ui/list-editor'
import { TextField } from '#app/ui/text-field'
import { VersionField } from '#app/ui/version-field'

type Item = { on: { month: string; day: string; year: string }; name: string }
type Dated = Wired & { getFieldset: () => Record<'month' | 'day' | 'year', Wired> }

/** The holidays of a year, a day and a name each. */
export function HolidaysFields({ items, version }: { items: Item[]; version: number }) {
  const [form, fields] = useForm<{ version: number; items: Item[] }>({
    lastResult: useLastResult(),
    defaultValue: { version, items },
  })
  return (
    <Form method="post" className="stack stack-24" {...getFormProps(form)}>
      <DefaultSubmit />
      <ErrorSummary form={form} />
      <VersionField field={fields.version} />
      <ListEditor form={form} list={fields.items} noun="holiday" none="No holiday yet.">
        {({ fields: item }) => (
          <div className="pair">
            <DateField field={item.on as unknown as Dated} legend="Day" />
            <TextField field={item.name} label="Name" />
          </div>
        )}
      </ListEditor>
      <Button>Save holidays</Button>
    </Form>
  )
}
