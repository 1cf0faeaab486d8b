import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readGrade } from '#app/evaluate/grade-form.server'
import { GradePage } from '#app/evaluate/grade-page'
import { findGrade, findGradeToSign, signGrade } from '#app/evaluate/grades.server'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'
import { useLastResult } from '#app/ui/last-result'
import { programNow } from '#app/workflow/clock.server'

export const meta: MetaFunction = () => [{ title: 'Grade – IR rotations' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const found = await findGrade(await requirePerson(context), params.placementId!, programNow())
  if (found.face === 'director') context.disclose(found.placement.studentId, 'grade')
  return found
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  const { scale } = await findGradeToSign(me, params.placementId!, programNow())
  const form = await readGrade(request, scale)
  if (form.reply) return form.reply
  await signGrade(me, params.placementId!, form.value)
  return redirectSaying(`/placements/${params.placementId}/grade`, 'Signed. The student was told that it can be read.')
}

export default function GradeSignature() {
  const last = useLastResult()
  return <GradePage found={useLoaderData<typeof loader>()} last={last} />
}
