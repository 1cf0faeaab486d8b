import { getFormProps, useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { findPlacing } from '#app/assign/tier-preview.server'
import { TierTable } from '#app/assign/tier-table'
import { requireEditor } from '#app/program/editor.server'
import { policyText } from '#app/program/placing'
import { placingForm, savePlacing } from '#app/program/placing.server'
import { PlacingFields } from '#app/program/placing-fields'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/error-summary'
import { redirectSaying } from '#app/ui/flash.server'
import { useFormKey, useLastResult } from '#app/ui/last-result'
import { Page } from '#app/ui/page'
import { VersionField } from '#app/ui/version-field'
import { undoOf } from '#app/workflow/changes.server'
import { readForm } from '#app/workflow/form.server'
import { History } from '#app/workflow/history'
import { refuseForm } from '#app/workflow/overtaken.server'

export const meta: MetaFunction = () => [{ title: 'Who is placed first – Settings – IR rotations' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  return findPlacing(await requireEditor(context), new URL(request.url).searchParams)
}

export async function action({ request, context }: ActionFunctionArgs) {
  const me = await requireEditor(context)
  const form = await readForm(request, placingForm)
  if (form.reply) return form.reply
  const refused = await savePlacing(me, form.value)
  if (refused) return refuseForm({ form: form.form, schema: placingForm }, refused)
  return redirectSaying(
    '/settings/placing',
    'Saved. The next proposal goes by it.',
    await undoOf(me, 'placing', '1', form.value.version),
  )
}

export default function SettingsPlacing() {
  const { placing, tiers, year, isTried, changes } = useLoaderData<typeof loader>()
  const key = useFormKey(placing.version)
  return (
    <Page
      title="Who is placed first"
      width="form"
      back={{ to: '/settings', label: 'Settings' }}
      sub="A proposal fills the first tier’s wishes as well as it can, then the next tier’s. In a tier all are equal."
    >
      <PlacingForm key={key} />
      <section className="ruled stack" aria-labelledby="tiers">
        <h2 id="tiers">{isTried ? 'What this would mean' : 'What this means'}</h2>
        <p>
          {policyText(placing)}
          {isTried ? ' Nothing is saved yet.' : ''}
        </p>
        <TierTable tiers={tiers} year={year} />
      </section>
      <History changes={changes} mayUndo />
    </Page>
  )
}

function PlacingForm() {
  const { placing, tried } = useLoaderData<typeof loader>()
  const last = useLastResult()
  const [form, fields] = useForm<typeof placing>({ lastResult: last ?? tried, defaultValue: placing })
  return (
    <Form method="post" className="stack stack-24" {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <VersionField field={fields.version} />
      <PlacingFields fields={fields} />
      <div className="cluster">
        <Button>Save</Button>
        <Button kind="secondary" formMethod="get">
          See the tiers first
        </Button>
      </div>
    </Form>
  )
}
