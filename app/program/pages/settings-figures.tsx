import { getFormProps, useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { requireEditor } from '#app/program/editor.server'
import { figureLists } from '#app/program/figure'
import { editableFigures, figuresForm, saveFigures } from '#app/program/figures.server'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/error-summary'
import { redirectSaying } from '#app/ui/flash.server'
import { useFormKey, useLastResult } from '#app/ui/last-result'
import { DefaultSubmit, ListEditor } from '#app/ui/list-editor'
import { Page } from '#app/ui/page'
import { TextField } from '#app/ui/text-field'
import { VersionField } from '#app/ui/version-field'
import { readForm } from '#app/workflow/form.server'
import { History } from '#app/workflow/history'
import { refuseForm } from '#app/workflow/overtaken.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${figureLists[data?.list ?? 'year'].title} – Settings – IR rotations` },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  return editableFigures(await requireEditor(context), params.of)
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const me = await requireEditor(context)
  const { list } = await editableFigures(me, params.of)
  const form = await readForm(request, figuresForm)
  if (form.reply) return form.reply
  const refused = await saveFigures(me, params.of, form.value)
  if (refused) return refuseForm({ form: form.form, schema: figuresForm }, refused)
  return redirectSaying(figureLists[list].path, 'The numbers are saved.')
}

export default function SettingsFigures() {
  const { list, changes, version } = useLoaderData<typeof loader>()
  const key = useFormKey(version)
  return (
    <Page
      title={figureLists[list].title}
      width="form"
      back={{ to: '/settings', label: 'Settings' }}
      sub={figureLists[list].where}
    >
      <FiguresForm key={key} />
      <History changes={changes} mayUndo />
    </Page>
  )
}

function FiguresForm() {
  const { figures, version } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ version: number; items: typeof figures }>({
    lastResult: useLastResult(),
    defaultValue: { version, items: figures },
  })
  return (
    <Form method="post" className="stack stack-24" {...getFormProps(form)}>
      <DefaultSubmit />
      <ErrorSummary form={form} />
      <VersionField field={fields.version} />
      <ListEditor form={form} list={fields.items} noun="number" none="No number yet: the page leaves them out.">
        {({ fields: item }) => (
          <div className="pair">
            <TextField field={item.value} label="Number" hint="As it is read: 2,000 or 100+." width={6} />
            <TextField field={item.label} label="What it counts" />
          </div>
        )}
      </ListEditor>
      <Button>Save numbers</Button>
    </Form>
  )
}
