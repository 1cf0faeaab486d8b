import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { addClerkship } from '#app/program/clerkship-changes.server'
import { blankClerkship, ClerkshipFields } from '#app/program/clerkship-fields'
import { clerkshipForm } from '#app/program/clerkship-form.server'
import { requireEditor } from '#app/program/editor.server'
import { redirectSaying } from '#app/ui/flash.server'
import { Page } from '#app/ui/page'
import { readForm } from '#app/workflow/form.server'
import { refuseForm } from '#app/workflow/overtaken.server'

export const meta: MetaFunction = () => [{ title: 'Add a clerkship – Settings – IR rotations' }]

export async function loader({ context }: LoaderFunctionArgs) {
  await requireEditor(context)
  return null
}

export async function action({ request, context }: ActionFunctionArgs) {
  const me = await requireEditor(context)
  const form = await readForm(request, clerkshipForm)
  if (form.reply) return form.reply
  const { slug, refused } = await addClerkship(me, form.value)
  if (refused) return refuseForm({ form: form.form, schema: clerkshipForm }, refused)
  return redirectSaying(`/clerkships/${slug}/edit`, `${form.value.name} is added. Now say what it asks for.`)
}

export default function ClerkshipNew() {
  return (
    <Page
      title="Add a clerkship"
      width="form"
      back={{ to: '/settings/clerkships', label: 'Clerkships and requirements' }}
      sub="It stays in preparation until you publish it."
    >
      <ClerkshipFields clerkship={blankClerkship} button="Add clerkship" />
    </Page>
  )
}
