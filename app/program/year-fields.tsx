import { getFormProps, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button'
import { DateField } from '#app/ui/date-field'
import { ErrorSummary } from '#app/ui/error-summary'
import { useLastResult } from '#app/ui/last-result'
import { TextField } from '#app/ui/text-field'
import { VersionField } from '#app/ui/version-field'

type TypedDate = { month: string; day: string; year: string }
type Typed = { version: number; firstOn: TypedDate; lastOn: TypedDate; opensOn: TypedDate; opensTime: string }

/** The days of an academic year, and from when students are told that it opens. */
export function YearFields({ year, button }: { year: Typed; button: string }) {
  const [form, fields] = useForm<Typed>({ lastResult: useLastResult(), defaultValue: year })
  return (
    <Form method="post" className="stack stack-24" {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <VersionField field={fields.version} />
      <DateField field={fields.firstOn} legend="First day" />
      <DateField field={fields.lastOn} legend="Last day" />
      <DateField
        field={fields.opensOn}
        legend="Announced to open on (optional)"
        hint="The public pages say so until the clerkships’ own dates are set."
      />
      <TextField field={fields.opensTime} label="At, Pacific time" type="time" />
      <Button>{button}</Button>
    </Form>
  )
}
