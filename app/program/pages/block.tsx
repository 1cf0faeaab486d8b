import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { blockRecord, saveBlock } from '#app/program/block-changes.server'
import { BlockFields } from '#app/program/block-fields'
import { BlockUse } from '#app/program/block-use'
import { yearName } from '#app/program/calendar'
import { blockForm } from '#app/program/calendar-form.server'
import { KIND } from '#app/program/calendar-record.server'
import { requireEditor } from '#app/program/editor.server'
import { LinkButton } from '#app/ui/button'
import { redirectSaying } from '#app/ui/flash.server'
import { useFormKey } from '#app/ui/last-result'
import { Page } from '#app/ui/page'
import { undoOf } from '#app/workflow/changes.server'
import { readForm } from '#app/workflow/form.server'
import { refuseForm } from '#app/workflow/overtaken.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Block ${data?.block.name ?? ''} – Settings – IR rotations` },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  return blockRecord(await requireEditor(context), params.year!, params.blockId!)
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const me = await requireEditor(context)
  const { year } = await blockRecord(me, params.year!, params.blockId!)
  const form = await readForm(request, blockForm)
  if (form.reply) return form.reply
  const refused = await saveBlock(me, year.id, params.blockId!, form.value)
  if (refused) return refuseForm({ form: form.form, schema: blockForm }, refused)
  const said = `Block ${form.value.name} is saved.`
  return redirectSaying(`/settings/years/${year.id}`, said, await undoOf(me, KIND, year.id, form.value.version))
}

export default function BlockPage() {
  const { year, block, applyDaysBefore, placed, wished, isAhead } = useLoaderData<typeof loader>()
  const key = useFormKey(block.version)
  return (
    <Page
      title={`Block ${block.name}`}
      width="form"
      back={{ to: `/settings/years/${year.id}`, label: `Academic year ${yearName(year.id)}` }}
    >
      <BlockUse placed={placed} wished={wished} ways={isAhead ? waysOf(year.id, block.id) : null} />
      <BlockFields key={key} block={block} applyDaysBefore={applyDaysBefore} button="Save block" />
      <Form method="post" action="removal">
        <LinkButton>Remove this block</LinkButton>
        <p className="hint">With its halves and seats, while nobody has or wishes for a place in it.</p>
      </Form>
    </Page>
  )
}

const waysOf = (yearId: string, blockId: string) => ({
  move: `/board/${yearId}/blocks/${blockId}/move`,
  cancel: `/board/${yearId}/blocks/${blockId}/cancellation`,
})
