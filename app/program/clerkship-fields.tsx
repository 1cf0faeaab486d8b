import { getFormProps, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button'
import { Checkbox, Checkboxes } from '#app/ui/checkboxes'
import { ErrorSummary } from '#app/ui/error-summary'
import { useLastResult } from '#app/ui/last-result'
import { Radios } from '#app/ui/radios'
import { TextArea } from '#app/ui/text-area'
import { TextField } from '#app/ui/text-field'
import { VersionField } from '#app/ui/version-field'
import { kinds } from './clerkship'
import type { Clerkship } from './opening'

type Typed = Pick<Clerkship, 'name' | 'kind' | 'summary' | 'takesVslo'> & {
  version: number
  weeks: number | string
  years: string[]
  fee: number | string
}

export const blankClerkship: Typed = {
  ...{ version: 0, name: '', kind: 'elective', summary: '', weeks: '', years: ['4'], fee: '0', takesVslo: false },
}

/** A clerkship as its form starts. */
export const typedClerkship = ({ years, feeCents, ...it }: Clerkship, version: number): Typed => ({
  ...{ version, name: it.name, kind: it.kind, summary: it.summary, weeks: it.weeks, takesVslo: it.takesVslo },
  years: years.map(String),
  fee: feeCents / 100,
})

const yearOptions = [
  { value: '3', label: '3rd-year students' },
  { value: '4', label: '4th-year students' },
]

/** What a clerkship is: its name, length, for whom, and its fee. */
export function ClerkshipFields({ clerkship, button }: { clerkship: Typed; button: string }) {
  const [form, fields] = useForm<Typed>({ lastResult: useLastResult(), defaultValue: clerkship })
  return (
    <Form method="post" className="stack stack-24" {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <VersionField field={fields.version} />
      <TextField field={fields.name} label="Name" hint="As students read it, in full." />
      <Radios
        field={fields.kind}
        legend="Kind"
        tight
        options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
      />
      <TextArea field={fields.summary} label="Summary" rows={2} hint="One sentence: how long, as what, for whom." />
      <TextField
        field={fields.weeks}
        label="Weeks"
        width={4}
        inputMode="numeric"
        hint="It is offered in blocks, or halves of blocks, of this length."
      />
      <Checkboxes field={fields.years} legend="For" hint="By the year on the first day." tight options={yearOptions} />
      <TextField
        field={fields.fee}
        label="Fee in dollars"
        width={6}
        inputMode="decimal"
        hint="Due when a place is accepted; none for affiliated schools."
      />
      <Checkbox field={fields.takesVslo} label="Students may apply through VSLO too" />
      <Button>{button}</Button>
    </Form>
  )
}
