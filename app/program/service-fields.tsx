import { getFormProps, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button'
import { Checkbox } from '#app/ui/checkboxes'
import { ErrorSummary } from '#app/ui/error-summary'
import { useLastResult } from '#app/ui/last-result'
import { Radios } from '#app/ui/radios'
import { Tag, type Tone } from '#app/ui/tag'
import { TextArea } from '#app/ui/text-area'
import { TextField } from '#app/ui/text-field'
import { VersionField } from '#app/ui/version-field'
import { type Service, toneNames } from './service'

type Typed = Pick<Service, 'name' | 'letter' | 'tone' | 'description' | 'takesStudents' | 'mostStudents'> & {
  version: number
  focus: string
}

export const blankService: Typed = {
  version: 0,
  name: '',
  letter: '',
  tone: 'neutral',
  description: '',
  focus: '',
  takesStudents: false,
  mostStudents: 0,
}

/** What a service is called, how it looks in the schedule, and how many students it takes. */
export function ServiceFields({ service, button }: { service: Typed; button: string }) {
  const [form, fields] = useForm<Typed>({ lastResult: useLastResult(), defaultValue: service })
  return (
    <Form method="post" className="stack stack-24" {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <VersionField field={fields.version} />
      <TextField field={fields.name} label="Name" />
      <TextField
        field={fields.letter}
        label="Letter"
        width={4}
        hint="One or two letters: the service in the schedule."
      />
      <Radios
        field={fields.tone}
        legend="Color in the schedule"
        tight
        options={(Object.keys(toneNames) as Tone[]).map((tone) => ({
          value: tone,
          label: <Tag tone={tone}>{toneNames[tone]}</Tag>,
        }))}
      />
      <TextArea
        field={fields.description}
        label="Description (optional)"
        rows={3}
        hint="One or two sentences for students."
      />
      <TextArea field={fields.focus} label="What it treats (optional)" hint="A line each." rows={5} />
      <Checkbox field={fields.takesStudents} label="Students are placed on this service" />
      <TextField
        field={fields.mostStudents}
        label="Most students at once"
        hint="Over all blocks and clerkships that overlap, on any day."
        inputMode="numeric"
        width={4}
      />
      <Button>{button}</Button>
    </Form>
  )
}
