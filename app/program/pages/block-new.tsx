import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { addBlock, newBlockTyped } from '#app/program/block-changes.server'
import { BlockFields } from '#app/program/block-fields'
import { yearName } from '#app/program/calendar'
import { blockForm } from '#app/program/calendar-form.server'
import { calendarRecord, KIND } from '#app/program/calendar-record.server'
import { requireEditor } from '#app/program/editor.server'
import { redirectSaying } from '#app/ui/flash.server'
import { useFormKey } from '#app/ui/last-result'
import { Page } from '#app/ui/page'
import { undoOf } from '#app/workflow/changes.server'
import { readForm } from '#app/workflow/form.server'
import { refuseForm } from '#app/workflow/overtaken.server'

export const meta: MetaFunction = () => [{ title: 'Add a block – Settings – IR rotations' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  return newBlockTyped(await requireEditor(context), params.year!)
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const me = await requireEditor(context)
  const { year } = await calendarRecord(me, params.year!)
  const form = await readForm(request, blockForm)
  if (form.reply) return form.reply
  const refused = await addBlock(me, year.id, form.value)
  if (refused) return refuseForm({ form: form.form, schema: blockForm }, refused)
  const said = `Block ${form.value.name} is added.`
  return redirectSaying(`/settings/years/${year.id}`, said, await undoOf(me, KIND, year.id, form.value.version))
}

export default function BlockNew() {
  const { year, block, applyDaysBefore } = useLoaderData<typeof loader>()
  const key = useFormKey(block.version)
  return (
    <Page
      title="Add a block"
      width="form"
      back={{ to: `/settings/years/${year.id}`, label: `Academic year ${yearName(year.id)}` }}
    >
      <BlockFields key={key} block={block} applyDaysBefore={applyDaysBefore} button="Add block" />
    </Page>
  )
}
