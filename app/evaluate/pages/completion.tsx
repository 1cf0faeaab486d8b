import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listCompletion } from '#app/evaluate/completion.server'
import { OwedTable, RotationTable } from '#app/evaluate/completion-tables'
import { requirePerson } from '#app/people/who.server'
import { Page } from '#app/ui/page'
import { programNow } from '#app/workflow/clock.server'
import { may } from '#app/workflow/permissions'

export const meta: MetaFunction = () => [{ title: 'Completion – Evaluations and grades – IR rotations' }]

export async function loader({ context }: LoaderFunctionArgs) {
  const me = await requirePerson(context)
  const mayGrade = may(me, 'grade.sign', { studentId: '' })
  const list = await listCompletion(me, programNow())
  for (const { studentId } of [...list.owed, ...list.rotations]) context.disclose(studentId, 'completion')
  return { ...list, mayRemind: may(me, 'evaluation.remind'), mayGrade }
}

export default function CompletionPage() {
  const { owed, rotations, mayRemind, mayGrade } = useLoaderData<typeof loader>()
  return (
    <Page title="Completion" sub="Evaluations and grades: who owes what">
      <OwedTable owed={owed} mayRemind={mayRemind} />
      <RotationTable rotations={rotations} mayGrade={mayGrade} />
    </Page>
  )
}
