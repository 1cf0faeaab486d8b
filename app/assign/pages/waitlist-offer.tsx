import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { seatOfferForm } from '#app/assign/waitlist-form.server'
import { findSeatOffer, offerFromWaitlist } from '#app/assign/waitlist-offers.server'
import { requirePerson } from '#app/people/who.server'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/error-summary'
import { redirectSaying } from '#app/ui/flash.server'
import { useLastResult } from '#app/ui/last-result'
import { listText } from '#app/ui/list-text'
import { Page } from '#app/ui/page'
import { Select } from '#app/ui/select'
import { dayText } from '#app/ui/time'
import { readForm } from '#app/workflow/form.server'

export const meta = () => [{ title: 'Offer the seat – Waitlist – IR rotations' }]

const wantedIn = (request: Request, { year, openingId }: Record<string, string | undefined>) => ({
  yearId: year!,
  openingId: openingId!,
  applicationId: new URL(request.url).searchParams.get('place') ?? '',
})

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const me = await requirePerson(context)
  const found = await findSeatOffer(me, wantedIn(request, params))
  context.disclose(found.studentId, 'waitlist')
  return { ...found, path: `/waitlist/${params.year}/${params.openingId}` }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  const wanted = wantedIn(request, params)
  await findSeatOffer(me, wanted)
  const form = await readForm(request, seatOfferForm)
  if (form.reply) return form.reply
  const { student, day } = await offerFromWaitlist(me, wanted, form.value.day)
  const path = `/waitlist/${params.year}/${params.openingId}`
  return redirectSaying(path, `${student.name} is offered the seat until ${dayText(day)}. The message is on its way.`)
}

export default function SeatOfferPage() {
  const { name, label, days, before, path } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ day: string }>({ lastResult: useLastResult() })
  const [first] = days
  return (
    <Page title={`Offer the seat to ${name}`} width="form" back={{ to: path, label }}>
      <ErrorSummary form={form} />
      {before.length > 0 ? (
        <p>
          {listText(before)} {before.length === 1 ? 'stands' : 'stand'} before {name} and{' '}
          {before.length === 1 ? 'keeps' : 'keep'} waiting.
        </p>
      ) : null}
      <p>
        The message goes out at once: {label} is held for {name} until they answer, or the day to reply by ends.
      </p>
      <Form method="post" className="stack stack-24" id={form.id} noValidate>
        {days.length > 1 ? (
          <Select
            field={fields.day}
            label="Reply by the end of"
            options={days.map((day) => ({ value: day, label: dayText(day, { weekday: true }) }))}
          />
        ) : (
          <p>Reply by the end of {dayText(first, { weekday: true })}.</p>
        )}
        <Button>Offer the seat</Button>
      </Form>
    </Page>
  )
}
