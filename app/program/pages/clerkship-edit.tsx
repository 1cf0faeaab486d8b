import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { AskedTable } from '#app/program/asked-table'
import { clerkshipStates } from '#app/program/clerkship'
import { saveClerkship } from '#app/program/clerkship-changes.server'
import { ClerkshipFields, typedClerkship } from '#app/program/clerkship-fields'
import { clerkshipForm } from '#app/program/clerkship-form.server'
import { clerkshipRecord, KIND } from '#app/program/clerkship-record.server'
import { ClerkshipState } from '#app/program/clerkship-state'
import { requireEditor } from '#app/program/editor.server'
import { redirectSaying } from '#app/ui/flash.server'
import { useFormKey } from '#app/ui/last-result'
import { Page } from '#app/ui/page'
import { Tag } from '#app/ui/tag'
import { undoOf } from '#app/workflow/changes.server'
import { readForm } from '#app/workflow/form.server'
import { History } from '#app/workflow/history'
import { refuseForm } from '#app/workflow/overtaken.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.clerkship.name ?? 'Clerkship'} – Settings – IR rotations` },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  return clerkshipRecord(await requireEditor(context), params.slug!)
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const me = await requireEditor(context)
  const { clerkship } = await clerkshipRecord(me, params.slug!)
  const form = await readForm(request, clerkshipForm)
  if (form.reply) return form.reply
  const refused = await saveClerkship(me, params.slug!, form.value)
  if (refused) return refuseForm({ form: form.form, schema: clerkshipForm }, refused)
  return redirectSaying(
    `/clerkships/${params.slug}/edit`,
    'Saved.',
    await undoOf(me, KIND, clerkship.id, form.value.version),
  )
}

export default function ClerkshipEdit() {
  const { clerkship, requirements, changes, version } = useLoaderData<typeof loader>()
  const { slug, name, status } = clerkship
  const of = (phase: string) => requirements.filter((it) => it.phase === phase)
  const key = useFormKey(version)
  return (
    <Page
      title={name}
      tag={<Tag tone={clerkshipStates[status].tone}>{clerkshipStates[status].label}</Tag>}
      back={{ to: '/settings/clerkships', label: 'Clerkships and requirements' }}
      sub={status === 'draft' ? null : <Link to={`/clerkships/${slug}`}>The page that students read</Link>}
    >
      <section aria-labelledby="asked" className="stack stack-24">
        <div className="cluster cluster--between cluster--base">
          <h2 id="asked">What it asks for</h2>
          <span className="cluster">
            <Link to={`/clerkships/${slug}/requirements/new`}>Add a requirement</Link>
            {requirements.length > 1 ? (
              <Link to={`/clerkships/${slug}/requirements/order`}>Change the order</Link>
            ) : null}
          </span>
        </div>
        <p>
          A change counts for applications that are sent after it. Those sent before are judged by what was asked then.
        </p>
        <AskedTable slug={slug} id="to-apply" title="To apply" requirements={of('to apply')} />
        <AskedTable slug={slug} id="to-start" title="To start" requirements={of('to start')} />
      </section>
      <div className="split">
        <section aria-labelledby="itself" className="stack stack-24">
          <h2 id="itself">The clerkship</h2>
          <ClerkshipFields key={key} clerkship={typedClerkship(clerkship, version)} button="Save clerkship" />
        </section>
        <ClerkshipState clerkship={clerkship} />
      </div>
      <History changes={changes} mayUndo />
    </Page>
  )
}
