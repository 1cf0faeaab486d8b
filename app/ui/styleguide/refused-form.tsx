import { getFormProps, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button'
import { Checkbox, Checkboxes } from '#app/ui/checkboxes'
import { DateField } from '#app/ui/date-field'
import { ErrorSummary } from '#app/ui/error-summary'
import { FileField } from '#app/ui/file-field'
import { Radios } from '#app/ui/radios'
import { Segmented } from '#app/ui/segmented'
import { Select } from '#app/ui/select'
import { TextArea } from '#app/ui/text-area'
import { TextField } from '#app/ui/text-field'
import { type Answers, months, ratings, schools, services, years } from './answers'

/** What a refused POST hands back: everything typed, and what is wrong with it. */
const refused = {
  status: 'error' as const,
  initialValue: {
    school: 'Northgate School of Medicine',
    registrar: 'registrar@',
    graduates: { month: '5', day: '14', year: '2027' },
    born: { month: '13', day: '2', year: '2001' },
    statement: 'I want to see the patient first.',
    score: '1',
  },
  error: {
    graduates: ['Graduation must be after May 21, 2027, the last day of your wish 1'],
    'born.month': ['Month must be between 1 and 12'],
    registrar: ['Enter the e-mail address of your school’s registrar'],
    year: ['Select your year of study in block 11'],
    services: ['Select at least one service'],
    month: ['Select a month'],
    statement: ['Write at least 80 characters; you have 32'],
    score: ['Select how much the student did alone'],
    transcript: ['Choose the file of your transcript'],
    consent: ['Confirm that you may come on these dates'],
  },
}

/** Every field in its refused state, under the summary that links to it. */
export function RefusedForm() {
  const [form, fields] = useForm<Answers>({ id: 'refused', lastResult: refused })
  return (
    <Form method="post" className="stack stack-32" {...getFormProps(form)} aria-label="A refused form">
      <ErrorSummary form={form} />
      <TextField field={fields.school} label="School" suggestions={schools} autoComplete="organization" />
      <DateField field={fields.graduates} legend="When do you graduate?" hint="For example, 5 28 2027" />
      <DateField field={fields.born} legend="Date of birth" hint="For example, 3 16 2001" />
      <TextField
        field={fields.registrar}
        label="Registrar’s e-mail address"
        hint="We send it a link. No account is needed."
        type="email"
      />
      <Radios field={fields.year} legend="Your year of study in block 11, April 26" options={years} />
      <Checkboxes field={fields.services} legend="Services you would come for" options={services} />
      <Select field={fields.month} label="Month" hint="The month you would like most" options={months} />
      <TextArea field={fields.statement} label="Why you come" hint="Up to 300 words" />
      <Segmented
        field={fields.score}
        legend="Took a focused history and exam"
        note="EPA 1"
        options={ratings}
        scale
        away
      />
      <FileField field={fields.transcript} label="Transcript" hint="PDF or photo, up to 20 MB" accept=".pdf,image/*" />
      <Checkbox field={fields.consent} label="I can come on each of these dates" />
      <div className="cluster">
        <Button>Save and continue</Button>
        <Button kind="secondary" name="later" value="yes">
          Save and come back later
        </Button>
      </div>
    </Form>
  )
}
