import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { requireEditor } from '#app/program/editor.server'
import { saveRequirement } from '#app/program/requirement-changes.server'
import { RequirementFields } from '#app/program/requirement-fields'
import { requirementForm, typedRequirement } from '#app/program/requirement-form.server'
import { KIND, requirementId, requirementRecord } from '#app/program/requirement-record.server'
import { RequirementVersions } from '#app/program/requirement-versions'
import { undoTime } from '#app/program/undo-time.server'
import { LinkButton } from '#app/ui/button'
import { redirectSaying } from '#app/ui/flash.server'
import { useFormKey } from '#app/ui/last-result'
import { Notice } from '#app/ui/notice'
import { Page } from '#app/ui/page'
import { undoOf } from '#app/workflow/changes.server'
import { readForm } from '#app/workflow/form.server'
import { History } from '#app/workflow/history'
import { refuseForm } from '#app/workflow/overtaken.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.current.name ?? 'Requirement'} – ${data?.clerkship.name ?? 'Settings'} – IR rotations` },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const record = await requirementRecord(await requireEditor(context), params.slug!, params.requirement!)
  return { ...record, typed: { ...typedRequirement(record.current), version: record.version }, undo: await undoTime() }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const me = await requireEditor(context)
  const [slug, key] = [params.slug!, params.requirement!]
  await requirementRecord(me, slug, key)
  const form = await readForm(request, requirementForm)
  if (form.reply) return form.reply
  const refused = await saveRequirement(me, slug, key, form.value)
  if (refused) return refuseForm({ form: form.form, schema: requirementForm }, refused)
  const said = `${form.value.name} is saved. It counts for applications that are sent from now on.`
  return redirectSaying(
    `/clerkships/${slug}/requirements/${key}`,
    said,
    await undoOf(me, KIND, requirementId(slug, key), form.value.version),
  )
}

type Reach = { drafts: number; told: string; sent: number }

function reachText({ drafts, told, sent }: Reach, undo: string): string {
  const follow = drafts === 1 ? '1 application that is' : `${drafts} applications that are`
  const hear = `${told} ${drafts === 1 ? 'gets' : 'get'} a message ${undo} later: until then you can undo it. `
  const stay = sent === 1 ? '1 that was sent is' : `${sent} that were sent are`
  return `${follow} not sent yet will follow it. ${drafts > 0 ? hear : ''}${stay} still judged by what was asked then.`
}

export default function RequirementPage() {
  const { clerkship, current, isGone, versions, changes, reach, typed, undo } = useLoaderData<typeof loader>()
  const key = useFormKey(typed.version)
  return (
    <Page
      title={current.name}
      width="reading"
      back={{ to: `/clerkships/${clerkship.slug}/edit`, label: clerkship.name }}
    >
      <Notice title={isGone ? 'It is asked for no more' : 'A change counts from now on'}>
        {reachText(reach, undo)}
      </Notice>
      <RequirementFields key={key} requirement={typed} button={isGone ? 'Ask for it again' : 'Save as a new version'} />
      {isGone ? null : (
        <Form method="post" action={`/clerkships/${clerkship.slug}/requirements/${current.key}/removal`}>
          <LinkButton>Ask for it no more</LinkButton>
        </Form>
      )}
      <section aria-labelledby="versions" className="stack">
        <h2 id="versions">Versions</h2>
        <RequirementVersions versions={versions} />
      </section>
      <History changes={changes} mayUndo />
    </Page>
  )
}
