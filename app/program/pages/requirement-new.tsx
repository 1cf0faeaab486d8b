import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { clerkshipRecord } from '#app/program/clerkship-record.server'
import { requireEditor } from '#app/program/editor.server'
import { addRequirement } from '#app/program/requirement-changes.server'
import { blankRequirement, RequirementFields } from '#app/program/requirement-fields'
import { requirementForm } from '#app/program/requirement-form.server'
import { redirectSaying } from '#app/ui/flash.server'
import { Page } from '#app/ui/page'
import { readForm } from '#app/workflow/form.server'
import { refuseForm } from '#app/workflow/overtaken.server'

export const meta: MetaFunction = () => [{ title: 'Add a requirement – Settings – IR rotations' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { clerkship } = await clerkshipRecord(await requireEditor(context), params.slug!)
  return { clerkship }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const me = await requireEditor(context)
  const { clerkship } = await clerkshipRecord(me, params.slug!)
  const form = await readForm(request, requirementForm)
  if (form.reply) return form.reply
  const { refused } = await addRequirement(me, clerkship.slug, form.value)
  if (refused) return refuseForm({ form: form.form, schema: requirementForm }, refused)
  return redirectSaying(`/clerkships/${clerkship.slug}/edit`, `${form.value.name} is asked for from now on.`)
}

export default function RequirementNew() {
  const { clerkship } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Add a requirement"
      width="form"
      back={{ to: `/clerkships/${clerkship.slug}/edit`, label: clerkship.name }}
      sub="It is asked of applications that are not sent yet, and of nobody who has sent one."
    >
      <RequirementFields requirement={blankRequirement} isNew button="Add requirement" />
    </Page>
  )
}
