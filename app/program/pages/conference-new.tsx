import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { addConference } from '#app/program/conference-changes.server'
import { blankConference, ConferenceFields } from '#app/program/conference-fields'
import { conferenceForm } from '#app/program/conference-form.server'
import { requireEditor } from '#app/program/editor.server'
import { redirectSaying } from '#app/ui/flash.server'
import { Page } from '#app/ui/page'
import { typedDate } from '#app/workflow/civil-date.server'
import { programNow } from '#app/workflow/clock.server'
import { dayAt } from '#app/workflow/day.server'
import { readForm } from '#app/workflow/form.server'

export const meta: MetaFunction = () => [{ title: 'Add a conference – Settings – IR rotations' }]

export async function loader({ context }: LoaderFunctionArgs) {
  await requireEditor(context)
  return { firstOn: typedDate(dayAt(programNow())) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const me = await requireEditor(context)
  const form = await readForm(request, conferenceForm)
  if (form.reply) return form.reply
  await addConference(me, form.value)
  return redirectSaying('/settings/conferences', `${form.value.name} is added.`)
}

export default function ConferenceNew() {
  const { firstOn } = useLoaderData<typeof loader>()
  return (
    <Page title="Add a conference" width="form" back={{ to: '/settings/conferences', label: 'Conferences' }}>
      <ConferenceFields conference={blankConference(firstOn)} button="Add conference" />
    </Page>
  )
}
