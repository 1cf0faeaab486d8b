import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { saveEntry } from '#app/program/duty-writing.server'
import { requireEditor } from '#app/program/editor.server'
import { EntryFields } from '#app/program/entry-fields'
import { entryConsent } from '#app/program/entry-form.server'
import { readEntry } from '#app/program/entry-page.server'
import { EntryPreview } from '#app/program/entry-preview'
import { redirectSaying } from '#app/ui/flash.server'
import { Page } from '#app/ui/page'
import { undoOf, versionOf } from '#app/workflow/changes.server'
import { readForm } from '#app/workflow/form.server'
import { refuseForm } from '#app/workflow/overtaken.server'

export const meta: MetaFunction = () => [{ title: 'Enter a range – Schedule – IR rotations' }]
/** After a refusal, too, the preview shows what stands now. */
export const shouldRevalidate = () => true

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  return readEntry(await requireEditor(context), params.year!, request.url)
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const me = await requireEditor(context)
  const { entry } = await readEntry(me, params.year!, context.path)
  if (!entry) return redirect(context.path, 303)
  const form = await readForm(request, entryConsent)
  if (form.reply) return form.reply
  const [{ version }] = await versionOf('duties', entry.personId)
  const refused = await saveEntry(me, entry, form.value)
  if (refused) return refuseForm({ form: form.form, schema: entryConsent }, refused)
  return redirectSaying(
    `/schedule/${params.year}`,
    'Saved in the schedule.',
    await undoOf(me, 'duties', entry.personId, version),
  )
}

export default function ScheduleEntry() {
  const entry = useLoaderData<typeof loader>()
  return (
    <Page
      title="Enter a range"
      width="form"
      back={{ to: `/schedule/${entry.yearId}`, label: 'Schedule' }}
      sub="It replaces what it overlaps. You see what changes before anything is saved."
    >
      <EntryFields entry={entry} />
      {entry.preview ? <EntryPreview preview={entry.preview} /> : null}
    </Page>
  )
}
