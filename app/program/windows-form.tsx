import { getFormProps, useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button'
import { DateField } from '#app/ui/date-field'
import { ErrorSummary } from '#app/ui/error-summary'
import { describedBy, FieldError } from '#app/ui/field'
import { useLastResult } from '#app/ui/last-result'
import { TextField } from '#app/ui/text-field'
import { VersionField } from '#app/ui/version-field'
import type { Clerkship } from './opening'
import type { OfferedDate } from './window'
import { WindowsTable } from './windows-table'

type TypedDate = { month: string; day: string; year: string }
type Typed = { version: number; dates: string[]; opensOn: TypedDate; opensTime: string }
type Group = { clerkship: Clerkship; dates: OfferedDate[] }
type WindowsFormProps = { groups: Group[]; version: number; opensOn: TypedDate; here: string; now: Date }

/** Which dates open when: tick them, then say the instant. Those with seats that are not set yet are ticked. */
export function WindowsForm({ groups, version, opensOn, here, now }: WindowsFormProps) {
  const waiting = groups.flatMap(({ dates }) => dates.filter(({ seats, opensAt }) => seats > 0 && !opensAt))
  const dates = waiting.map(({ key }) => key)
  const [form, fields] = useForm<Typed>({
    lastResult: useLastResult(),
    defaultValue: { version, dates, opensOn, opensTime: '09:00' },
  })
  const first = groups.flatMap((group) => group.dates)[0]?.key
  return (
    <Form method="post" className="stack stack-32" {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <VersionField field={fields.version} />
      <div className="stack stack-32" role="group" aria-label="Dates" aria-describedby={describedBy(fields.dates)}>
        <FieldError field={fields.dates} />
        {groups.map(({ clerkship, dates: own }) => (
          <section key={clerkship.id} aria-labelledby={clerkship.slug} className="stack">
            <h2 id={clerkship.slug}>{clerkship.name}</h2>
            {own.length === 0 ? <p>It has no seats in this year yet.</p> : null}
            {own.length > 0 ? <WindowsTable field={fields.dates} {...{ clerkship, first, dates: own, now }} /> : null}
          </section>
        ))}
      </div>
      <section aria-labelledby="when" className="ruled stack stack-24">
        <h2 id="when">For the dates that are ticked</h2>
        <DateField
          field={fields.opensOn}
          legend="Open on"
          hint="A day that is past opens them at once. Each closes by itself at 11:59 PM PT of its apply-by day."
        />
        <TextField field={fields.opensTime} label="At, Pacific time" type="time" />
        <p className="cluster">
          <Button>Open these dates then</Button>
          <Button kind="secondary" formAction={`${here}/removal`}>
            Take these dates out
          </Button>
        </p>
      </section>
    </Form>
  )
}
