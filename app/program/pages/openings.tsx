import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { yearName } from '#app/program/calendar'
import { requireEditor } from '#app/program/editor.server'
import { storeSeats } from '#app/program/seat-fill.server'
import { SeatForm } from '#app/program/seat-form'
import { seatsFormOf } from '#app/program/seat-form.server'
import { totalText } from '#app/program/seat-grid'
import { gridId, KIND, seatRecord } from '#app/program/seat-record.server'
import { Button } from '#app/ui/button'
import { redirectSaying } from '#app/ui/flash.server'
import { useFormKey } from '#app/ui/last-result'
import { Notice } from '#app/ui/notice'
import { Page } from '#app/ui/page'
import { Tabs } from '#app/ui/tabs'
import { undoOf } from '#app/workflow/changes.server'
import { readForm } from '#app/workflow/form.server'
import { History } from '#app/workflow/history'
import { refuseForm } from '#app/workflow/overtaken.server'
import { notFound } from '#app/workflow/refusal'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Seats of ${data ? yearName(data.year.id) : 'the year'} – Settings – IR rotations` },
]

const asked = (request: Request) => new URL(request.url).searchParams.get('clerkship')
const path = (year: string, slug: string) => `/openings/${year}?clerkship=${slug}`

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return seatRecord(await requireEditor(context), params.year!, asked(request))
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const me = await requireEditor(context)
  const { clerkship, year } = await seatRecord(me, params.year!, asked(request))
  if (!clerkship) throw notFound()
  const typed = await request.formData()
  const schema = seatsFormOf(typed)
  const form = await readForm(typed, schema)
  if (form.reply) return form.reply
  const { refused, said } = await storeSeats(me, { yearId: year.id, slug: clerkship.slug }, form.value)
  if (refused) return refuseForm({ form: form.form, schema }, refused)
  return redirectSaying(
    path(year.id, clerkship.slug),
    said,
    await undoOf(me, KIND, gridId(year.id, clerkship.slug), form.value.version),
  )
}

export default function OpeningsPage() {
  const { year, courses, clerkship, overfull, changes, ...it } = useLoaderData<typeof loader>()
  const key = useFormKey(it.version)
  const tabs = courses.map(({ slug, name }) => ({
    ...{ to: path(year.id, slug), label: name, current: slug === clerkship?.slug },
  }))
  return (
    <Page
      title={`Seats of ${yearName(year.id)}`}
      back={{ to: `/settings/years/${year.id}`, label: `Academic year ${yearName(year.id)}` }}
      sub="How many students each service takes in each block. Held seats go to affiliated schools first."
    >
      {tabs.length > 0 ? <Tabs label="Clerkships" tabs={tabs} /> : null}
      {overfull.length > 0 ? (
        <Notice tone="warn" title="More seats than fit">
          {`${overfull.join(' ')} Not all of these can be filled.`}
        </Notice>
      ) : null}
      {clerkship && it.blocks.length > 0 && it.services.length > 0 ? (
        <section aria-label={clerkship.name} className="stack stack-24">
          {it.hasSeats ? <p>{totalText(it.lines, it.taken)}.</p> : <CopySeats />}
          <SeatForm key={`${clerkship.id} ${key}`} caption={`Seats of the ${clerkship.name}`} {...it} />
        </section>
      ) : (
        <Missing />
      )}
      <History changes={changes} mayUndo />
    </Page>
  )
}

function CopySeats() {
  const { year, last, clerkship } = useLoaderData<typeof loader>()
  if (!last || !clerkship) return <p>No seats yet. Enter them below.</p>
  return (
    <Form method="post" action={`/openings/${year.id}/copy?clerkship=${clerkship.slug}`} className="stack stack-12">
      <p>No seats yet. Enter them below, or begin with those of last year’s blocks of the same name.</p>
      <Button kind="secondary">Copy the seats of {yearName(last.id)}</Button>
    </Form>
  )
}

/** What must stand first. */
function Missing() {
  const { year, clerkship, services, hasBlocks } = useLoaderData<typeof loader>()
  if (!clerkship)
    return (
      <p>
        There is no clerkship yet. <Link to="/settings/clerkships/new">Add a clerkship</Link> first.
      </p>
    )
  if (services.length === 0)
    return (
      <p>
        No service takes students yet. <Link to="/settings/services">Say which do</Link> first.
      </p>
    )
  return (
    <p>
      {hasBlocks ? `No block of this year is ${clerkship.weeks} weeks long. ` : 'This year has no blocks yet. '}
      <Link to={`/settings/years/${year.id}`}>Enter the blocks</Link> first.
    </p>
  )
}
