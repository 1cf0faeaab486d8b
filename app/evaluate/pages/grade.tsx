import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { gradeDraftSchema } from '#app/evaluate/grade-form.server'
import { GradePage } from '#app/evaluate/grade-page'
import { findGrade, saveGrade } from '#app/evaluate/grades.server'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'
import { useLastResult } from '#app/ui/last-result'
import { programNow } from '#app/workflow/clock.server'
import { readForm } from '#app/workflow/form.server'

export const meta: MetaFunction = () => [{ title: 'Grade – IR rotations' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const found = await findGrade(await requirePerson(context), params.placementId!, programNow())
  if (found.face === 'director') context.disclose(found.placement.studentId, 'grade')
  return found
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  const form = await readForm(request, gradeDraftSchema)
  if (form.reply) return form.reply
  await saveGrade(me, params.placementId!, form.value)
  return redirectSaying(`/placements/${params.placementId}/grade`, 'Draft saved.')
}

export default function Grade() {
  return <GradePage found={useLoaderData<typeof loader>()} last={useLastResult()} />
}
