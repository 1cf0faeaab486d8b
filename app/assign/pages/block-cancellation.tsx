import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { cancelBlock, findBlockToCancel } from '#app/assign/block-cancellation.server'
import { BlockStudents } from '#app/assign/block-students'
import { boardPath } from '#app/assign/paths'
import { readReason } from '#app/assign/reason.server'
import { ReasonPage } from '#app/assign/reason-page'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'
import { daysText } from '#app/ui/time'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Cancel block ${data?.block.name ?? ''} – Board – IR rotations` },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const me = await requirePerson(context)
  const found = await findBlockToCancel(me, { yearId: params.year!, blockId: params.blockId! })
  for (const { studentId } of found.students) context.disclose(studentId, 'placement')
  return { ...found, path: boardPath(params.year!) }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  const which = { yearId: params.year!, blockId: params.blockId! }
  await findBlockToCancel(me, which)
  const form = await readReason(request, 'Enter the reason. The students read it.')
  if (form.reply) return form.reply
  const { name, told } = await cancelBlock(me, which, form.value.reason)
  const whom = told === 1 ? '1 student is told' : `${told} students are told`
  return redirectSaying(boardPath(which.yearId), `Block ${name} is cancelled, ${whom}.`)
}

export default function BlockCancellationPage() {
  const { block, students, path } = useLoaderData<typeof loader>()
  return (
    <ReasonPage
      title={`Cancel block ${block.name}`}
      label="Reason"
      hint="Each student with an offer or a place reads it in the message that goes out."
      button="Cancel the block and tell the students"
      danger
      back={{ to: path, label: 'Board' }}
    >
      <p>
        Nobody rotates in block {block.name}, {daysText(block.firstOn, block.lastOn, { year: true })}, or in its halves.
        All of its seats are taken away. This can’t be undone.
      </p>
      <BlockStudents students={students} />
    </ReasonPage>
  )
}
