import { type SubmissionResult, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/error-summary'
import { Page } from '#app/ui/page'
import { SendBar } from '#app/ui/send-bar'
import { SummaryList } from '#app/ui/summary-list'
import { Tag } from '#app/ui/tag'
import { TextArea } from '#app/ui/text-area'
import { daysText, Instant } from '#app/ui/time'
import type { quotes } from './composite'
import { isUnsigned, type Letter, letterTags } from './letter'

type Desk = Letter & {
  student: string
  block: string
  service: string
  firstOn: string
  lastOn: string
  quotes: ReturnType<typeof quotes>
}

/** The author's desk: the letter left, what the student allowed to be quoted right. */
export function LetterDesk({ letter, last }: { letter: Desk; last?: SubmissionResult<string[]> }) {
  const { id, student, block, service, firstOn, lastOn, status } = letter
  return (
    <Page
      title={`Letter for ${student}`}
      tag={<Tag tone={letterTags[status].tone}>{letterTags[status].words}</Tag>}
      sub={`Block ${block}, ${service}, ${daysText(firstOn, lastOn)}`}
      back={{ to: '/letters', label: 'Letters' }}
    >
      <div className="split split--wide">
        {isUnsigned(letter) ? <LetterForm letter={letter} last={last} /> : <SignedLetter letter={letter} />}
        <div className="stack stack-24">
          <Request letter={letter} />
          <Quotes letter={letter} />
        </div>
      </div>
      {status === 'signed' ? (
        <Form method="post" action={`/letters/${id}/upload`} className="cluster">
          <Button>Mark as uploaded to ERAS</Button>
        </Form>
      ) : null}
    </Page>
  )
}

function LetterForm({ letter, last }: { letter: Desk; last?: SubmissionResult<string[]> }) {
  const here = `/letters/${letter.id}`
  const defaultValue = { body: letter.body ?? '' }
  const [form, fields] = useForm<{ body: string }>({ id: 'letter', lastResult: last, defaultValue })
  return (
    <Form method="post" action={here} id={form.id} className="stack" reloadDocument noValidate>
      <ErrorSummary form={form} />
      <TextArea field={fields.body} label="The letter" hint="An empty line begins a new paragraph." rows={22} />
      <p>
        <a href={`${here}/file`}>See the PDF of the saved draft</a>
      </p>
      <SendBar said="A signed letter can’t change.">
        <Button kind="secondary">Save draft</Button>
        <Button formAction={`${here}/signature`}>Sign letter</Button>
      </SendBar>
    </Form>
  )
}

function SignedLetter({ letter: { id, body, signedAt, uploadedAt } }: { letter: Desk }) {
  return (
    <section className="stack" aria-label="The letter">
      <p className="muted">
        {signedAt ? (
          <>
            Signed <Instant at={signedAt} year />.{' '}
          </>
        ) : null}
        {uploadedAt ? (
          <>
            Uploaded <Instant at={uploadedAt} year />.
          </>
        ) : null}
      </p>
      <p>
        <a href={`/letters/${id}/file`}>Download the letter, PDF</a>
      </p>
      <p className="pre measure">{body}</p>
    </section>
  )
}

function Request({ letter: { erasLetterId, aamcId, hasWaived, consentedAt, signerName } }: { letter: Desk }) {
  const items = [
    { term: 'ERAS letter ID', value: erasLetterId },
    { term: 'AAMC ID', value: aamcId },
    { term: 'Right to see it', value: hasWaived ? 'Waived' : 'Kept: the student can read it once it is signed' },
    { term: 'Evaluations', value: consentedAt ? 'May be used' : 'No consent' },
    { term: 'Signed by', value: signerName },
  ]
  return <SummaryList items={items} look="aside" />
}

function Quotes({ letter: { quotes, consentedAt } }: { letter: Desk }) {
  if (!consentedAt) return <p className="muted">Without the student’s consent no evaluation is shown here.</p>
  return (
    <section className="stack stack-12" aria-labelledby="quotes">
      <h2 id="quotes">What may be quoted</h2>
      {quotes.length === 0 ? <p>No comment yet, or your own evaluation is still to be written.</p> : null}
      {quotes.map(({ by, days, text }) => (
        <figure key={text} className="stack stack-4">
          <blockquote className="pre">{text}</blockquote>
          <figcaption className="hint">
            {by === 'resident' ? 'A resident' : 'An attending'}
            {days ? `, ${days} ${days === 1 ? 'day' : 'days'} together` : null}
          </figcaption>
        </figure>
      ))}
    </section>
  )
}
