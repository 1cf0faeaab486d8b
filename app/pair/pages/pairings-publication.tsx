import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { pairingBoard } from '#app/pair/board.server'
import { findBlock, publishPairings } from '#app/pair/pairings.server'
import { requirePerson } from '#app/people/who.server'
import { Button, ButtonLink } from '#app/ui/button'
import { redirectSaying } from '#app/ui/flash.server'
import { Page } from '#app/ui/page'
import { insist } from '#app/workflow/permissions'

export const meta: MetaFunction = () => [{ title: 'Publish pairings – IR rotations' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const me = await requirePerson(context)
  insist(me, 'pairing.arrange')
  const facts = await findBlock(me, params.blockId!)
  for (const student of facts.students) context.disclose(student.studentId, 'pairings')
  const { students } = pairingBoard(facts, false)
  const names = Object.fromEntries(facts.supervisors.map((it) => [it.id, it.name]))
  return { block: facts.block, students, names }
}

export async function action({ context, params }: ActionFunctionArgs) {
  await publishPairings(await requirePerson(context), params.blockId!)
  return redirectSaying(`/pairings/${params.blockId}`, 'Pairings published. Students and residents see them now.')
}

export default function PublicationPage() {
  const { block, students, names } = useLoaderData<typeof loader>()
  const back = { to: `/pairings/${block.id}`, label: `Pairings, block ${block.name}` }
  return (
    <Page title={`Publish pairings, block ${block.name}`} width="form" back={back}>
      <p>Each student below, and everyone named beside them, gets one message and sees these weeks.</p>
      {students.map((student) => (
        <section key={student.placementId} className="stack stack-8">
          <h2>{student.name}</h2>
          <ul className="rows rows--2">
            <li>
              <b className="rows__key">Of record</b>
              <span>{student.attendingId ? names[student.attendingId] : 'Not chosen yet'}</span>
            </li>
            {student.weeks.map((week) => (
              <li key={week.field}>
                <b className="rows__key">{week.days}</b>
                <span>{week.standing ? names[week.standing] : 'No resident: the attending of record leads'}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Form method="post" className="cluster">
        <Button>Publish {students.length === 1 ? '1 student' : `${students.length} students`}</Button>
        <ButtonLink to={back.to} kind="secondary">
          Keep as draft
        </ButtonLink>
      </Form>
    </Page>
  )
}
