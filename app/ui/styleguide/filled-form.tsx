import { getFormProps, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { Button, LinkButton } from '#app/ui/button'
import { Checkbox, Checkboxes } from '#app/ui/checkboxes'
import { DateField } from '#app/ui/date-field'
import { Details } from '#app/ui/details'
import { FileField } from '#app/ui/file-field'
import { Radios } from '#app/ui/radios'
import { Segmented } from '#app/ui/segmented'
import { Select } from '#app/ui/select'
import { SendBar } from '#app/ui/send-bar'
import { TextArea } from '#app/ui/text-area'
import { TextField } from '#app/ui/text-field'
import { type Answers, months, ratings, schools, services, years } from './answers'
import { longName } from './section'

const defaultValue = {
  school: longName,
  graduates: { month: '5', day: '28', year: '2027' },
  year: '4',
  services: ['peripheral'],
  month: '05',
  statement: 'Did well: saw the limb ischemia consult alone and had the ABIs ready before rounds.',
  score: '2',
  conflict: 'no',
  consent: 'on',
  days: '9',
}

/** Every field filled or empty, as it is met the first time. */
export function FilledForm() {
  const [form, fields] = useForm<Answers>({ id: 'filled', defaultValue })
  return (
    <Form method="post" className="stack stack-24" {...getFormProps(form)} aria-label="A filled form">
      <TextField field={fields.school} label="School" suggestions={schools} />
      <TextField
        field={fields.code}
        label="Six-digit code"
        hint="From the e-mail we sent"
        inputMode="numeric"
        autoComplete="one-time-code"
        width={4}
      />
      <DateField field={fields.graduates} legend="When do you graduate?" hint="For example, 5 28 2027" />
      <Radios field={fields.year} legend="Your year of study" options={years} />
      <Checkboxes field={fields.services} legend="Services" options={services} tight />
      <Select field={fields.month} label="Month" options={months} small />
      <Checkbox field={fields.consent} label="I can come on each of these dates" hint="We never place you on others" />
      <FileField field={fields.transcript} label="CV" hint="PDF, up to 20 MB" accept=".pdf" />
      <Segmented field={fields.conflict} legend="Have you treated Theo?" options={conflicts} low />
      <Segmented field={fields.score} legend="Presented the patient" note="EPA 2, 6" options={ratings} scale away />
      <TextArea field={fields.statement} label="One thing done well" hint="May be quoted. At least 80 characters.">
        <Starters />
      </TextArea>
      <Details summary="Add advice for Theo only, never quoted">
        <p>More fields stand here.</p>
      </Details>
      <SendBar
        said={
          <>
            Saved 9:04 AM
            <br />2 ratings left
          </>
        }
      >
        <Button>Send evaluation</Button>
      </SendBar>
      <LinkButton>Withdraw this application</LinkButton>
    </Form>
  )
}

const conflicts = [
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes, close the form' },
]

function Starters() {
  return (
    <div className="chips" role="group" aria-label="Starters">
      {['Did well …', 'Next time …', 'I trust Theo …'].map((start) => (
        <button key={start} type="submit" className="chip" name="start" value={start}>
          {start}
        </button>
      ))}
    </div>
  )
}
