import { getFormProps, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button'
import { Checkbox } from '#app/ui/checkboxes'
import { DateField } from '#app/ui/date-field'
import { ErrorSummary } from '#app/ui/error-summary'
import { useLastResult } from '#app/ui/last-result'
import { Radios } from '#app/ui/radios'
import { Select } from '#app/ui/select'
import { TextField } from '#app/ui/text-field'
import { VersionField } from '#app/ui/version-field'
import type { TypedDate } from '#app/workflow/civil-date.server'
import { type Absence, absenceKinds, absenceStates, absenceLabels as labels } from './absence'

type TypedAbsence = Pick<Absence, 'personId' | 'kind' | 'status'> & {
  version: number
  firstOn: TypedDate
  lastOn: TypedDate
  isConfirmed: boolean
}
type AbsenceFieldsProps = {
  absence: TypedAbsence
  button: string
  /** Who can be chosen, for a new one. */
  teachers?: { value: string; label: string }[]
}

const states = Object.entries(absenceStates).map(([value, label]) => ({ value, label }))

/** From when to when somebody is away, and why. The box stands there once students would lose their supervisor. */
export function AbsenceFields({ absence, button, teachers }: AbsenceFieldsProps) {
  const [form, fields] = useForm<TypedAbsence>({ lastResult: useLastResult(), defaultValue: absence })
  const isAsked = fields.isConfirmed.errors !== undefined || fields.isConfirmed.value !== undefined
  return (
    <Form method="post" className="stack stack-24" {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <VersionField field={fields.version} />
      {teachers ? (
        <Select field={fields.personId} label="Who" options={[{ value: '', label: 'Select one' }, ...teachers]} />
      ) : null}
      <div className="cluster">
        <DateField field={fields.firstOn} legend={labels.firstOn} />
        <DateField field={fields.lastOn} legend={labels.lastOn} />
      </div>
      <TextField
        field={fields.kind}
        label={labels.kind}
        hint="Everybody who sees the schedule reads it: one word is enough."
        suggestions={absenceKinds}
        autoComplete="off"
      />
      <Radios
        field={fields.status}
        legend={labels.status}
        hint="Approved days forbid a pairing; they do not count as days together."
        tight
        options={states}
      />
      {isAsked ? (
        <Checkbox
          field={fields.isConfirmed}
          label="Save it all the same: the attending of record leads on these days until they are paired anew"
        />
      ) : null}
      <Button>{button}</Button>
    </Form>
  )
}
