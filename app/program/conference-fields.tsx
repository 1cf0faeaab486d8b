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
import { conferenceLabels as labels, type Rhythm, rhythms, weekdays } from './conference'

type TypedDate = { month: string; day: string; year: string }
export type TypedConference = {
  version: number
  name: string
  weekday: number
  startsAt: string
  endsAt: string
  rhythm: Rhythm
  firstOn: TypedDate
  lastOn: TypedDate
  isForStudents: boolean
  isOptional: boolean
  replacesNoon: boolean
  note: string | null
}

const noDay = { month: '', day: '', year: '' }
export const blankConference = (firstOn: TypedDate): TypedConference => ({
  version: 0,
  name: '',
  weekday: 1,
  startsAt: '07:00',
  endsAt: '08:00',
  rhythm: 'weekly',
  firstOn,
  lastOn: noDay,
  isForStudents: true,
  isOptional: false,
  replacesNoon: false,
  note: null,
})

/** When a conference meets, and who comes. */
export function ConferenceFields({ conference, button }: { conference: TypedConference; button: string }) {
  const [form, fields] = useForm<TypedConference>({ lastResult: useLastResult(), defaultValue: conference })
  return (
    <Form method="post" className="stack stack-24" {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <VersionField field={fields.version} />
      <TextField field={fields.name} label={labels.name} />
      <Select
        field={fields.weekday}
        label={labels.weekday}
        options={weekdays.map((label, at) => ({ value: String(at + 1), label }))}
      />
      <div className="cluster">
        <TextField field={fields.startsAt} label={labels.startsAt} type="time" />
        <TextField field={fields.endsAt} label={labels.endsAt} type="time" />
      </div>
      <Radios
        field={fields.rhythm}
        legend={labels.rhythm}
        tight
        options={Object.entries(rhythms).map(([value, label]) => ({ value, label }))}
      />
      <DateField
        field={fields.firstOn}
        legend={labels.firstOn}
        hint="Every other week is counted from the week of this day."
      />
      <DateField field={fields.lastOn} legend={`${labels.lastOn} (optional)`} hint="Left empty, it goes on." />
      <div className="stack stack-4">
        <Checkbox field={fields.isForStudents} label={labels.isForStudents} tight />
        <Checkbox field={fields.isOptional} label={labels.isOptional} tight />
        <Checkbox field={fields.replacesNoon} label={labels.replacesNoon} tight />
      </div>
      <TextField
        field={fields.note}
        label={`${labels.note} (optional)`}
        hint="A sentence that students read beside it."
      />
      <Button>{button}</Button>
    </Form>
  )
}
