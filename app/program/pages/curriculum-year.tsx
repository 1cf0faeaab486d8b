import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { curriculumYear, saveCurriculum } from '#app/program/curriculum.server'
import { CurriculumFields } from '#app/program/curriculum-fields'
import { curriculumForm } from '#app/program/curriculum-form.server'
import { requireEditor } from '#app/program/editor.server'
import { redirectSaying } from '#app/ui/flash.server'
import { useFormKey } from '#app/ui/last-result'
import { Page } from '#app/ui/page'
import { readForm } from '#app/workflow/form.server'
import { History } from '#app/workflow/history'
import { refuseForm } from '#app/workflow/overtaken.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `PGY ${data?.pgy ?? ''} – Curriculum – IR rotations` },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  return curriculumYear(await requireEditor(context), params.pgy!)
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const me = await requireEditor(context)
  const { pgy } = await curriculumYear(me, params.pgy!)
  const form = await readForm(request, curriculumForm)
  if (form.reply) return form.reply
  const refused = await saveCurriculum(me, String(pgy), form.value)
  if (refused) return refuseForm({ form: form.form, schema: curriculumForm }, refused)
  return redirectSaying('/settings/curriculum', `PGY ${pgy} is saved.`)
}

export default function CurriculumYear() {
  const { pgy, items, services, changes, version } = useLoaderData<typeof loader>()
  const key = useFormKey(version)
  return (
    <Page
      title={`Curriculum, PGY ${pgy}`}
      width="form"
      back={{ to: '/settings/curriculum', label: 'Curriculum' }}
      sub="At most 12 months, in their usual order. What is left over is drawn as not named."
    >
      <CurriculumFields key={key} items={items} services={services} version={version} />
      <History changes={changes} mayUndo />
    </Page>
  )
}
