import { useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/error-summary'
import { useLastResult } from '#app/ui/last-result'
import { Radios } from '#app/ui/radios'
import { Rows } from '#app/ui/rows'
import { Tag } from '#app/ui/tag'
import { TextField } from '#app/ui/text-field'
import { Day } from '#app/ui/time'
import { type Letter, letterTags } from './letter'

type Asked = Pick<Letter, 'id' | 'status' | 'hasWaived'> & {
  author: string
  mayRead: boolean
  uploadedOn: string | null
}

/** What the student asked for, where it stands, and the letter itself where they kept the right to see it. */
export function AskedLetters({ asked }: { asked: Asked[] }) {
  const items = asked.map(({ id, author, status, hasWaived, mayRead, uploadedOn }) => ({
    id,
    key: author,
    children: (
      <>
        {uploadedOn ? (
          <>
            Uploaded on <Day on={uploadedOn} />.{' '}
          </>
        ) : null}
        {hasWaived ? 'You waived your right to see it.' : null}
        {mayRead ? <a href={`/letters/${id}/file`}>Read the letter, PDF</a> : null}
      </>
    ),
    end: <Tag tone={letterTags[status].tone}>{status === 'signed' ? 'Signed' : letterTags[status].words}</Tag>,
  }))
  return <Rows items={items} wrap />
}

type Fields = {
  authorId: string
  erasLetterId: string
  aamcId: string
  waiver: string
  consent: string
  signerName: string
}
type FormProps = { authors: { id: string; name: string }[] }

/** Asks for a letter: who writes, the two numbers, waiver, consent, signed by typing one's name. */
export function LetterRequestForm({ authors }: FormProps) {
  const [form, fields] = useForm<Fields>({ id: 'letter', lastResult: useLastResult() })
  return (
    <Form method="post" id={form.id} className="stack stack-32" noValidate>
      <ErrorSummary form={form} />
      <Radios
        field={fields.authorId}
        legend="Who writes the letter"
        options={authors.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        field={fields.erasLetterId}
        label="Letter ID from ERAS"
        hint="On the letter request form that you print from MyERAS."
        autoComplete="off"
      />
      <TextField field={fields.aamcId} label="AAMC ID" hint="8 digits" inputMode="numeric" autoComplete="off" />
      <Radios field={fields.waiver} legend="Do you waive your right to see this letter?" options={waivers} />
      <Radios
        field={fields.consent}
        legend="May the author use what your evaluators wrote?"
        hint="Only comments that may be quoted, never the advice that was for you only."
        options={consents}
      />
      <TextField
        field={fields.signerName}
        label="Your full name"
        hint="Typing it signs the waiver and the consent above."
        autoComplete="name"
      />
      <Button>Ask for the letter</Button>
    </Form>
  )
}

const waivers = [
  { value: 'yes', label: 'Yes, I waive it', hint: 'You will not see the letter. You cannot take this back.' },
  { value: 'no', label: 'No, I keep it', hint: 'You can read the letter here once it is signed.' },
]
const consents = [
  { value: 'yes', label: 'Yes, I consent' },
  { value: 'no', label: 'No', hint: 'The author writes from memory.' },
]
