import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { pairingBoard } from '#app/pair/board.server'
import { LoadTable } from '#app/pair/load-table'
import { savePairingForm } from '#app/pair/pairing-form.server'
import { findBlock } from '#app/pair/pairings.server'
import { givenBack, linesOf } from '#app/pair/refused'
import { StudentWeeks } from '#app/pair/student-weeks'
import { requirePerson } from '#app/people/who.server'
import { yearName } from '#app/program/calendar'
import { Button, ButtonLink } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/error-summary'
import { redirectSaying } from '#app/ui/flash.server'
import { useLastResult } from '#app/ui/last-result'
import { Notice } from '#app/ui/notice'
import { Page } from '#app/ui/page'
import { Tabs } from '#app/ui/tabs'
import { daysText } from '#app/ui/time'
import { may } from '#app/workflow/permissions'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Pairings, block ${data?.block.name ?? ''} – IR rotations` },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const me = await requirePerson(context)
  const facts = await findBlock(me, params.blockId!)
  for (const student of facts.students) context.disclose(student.studentId, 'pairings')
  const isFilling = new URL(request.url).searchParams.has('fill')
  const blocks = facts.blocks.filter(({ yearId }) => yearId === facts.block.yearId)
  return {
    block: facts.block,
    blocks,
    ...pairingBoard(facts, isFilling),
    isFilling,
    mayArrange: may(me, 'pairing.arrange'),
  }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  const refused = await savePairingForm(me, params.blockId!, await request.formData())
  if (refused) return data(refused, { status: '' in refused.errors ? 409 : 422 })
  return redirectSaying(`/pairings/${params.blockId}`, 'Pairings saved.')
}

export default function PairingsPage() {
  const it = useLoaderData<typeof loader>()
  const kept = givenBack(useLastResult())
  const refused = useActionData<typeof action>() ?? kept
  const { block, students, without } = it
  const state = it.hasDrafts ? 'not published' : it.isPublished ? 'published' : 'nothing saved yet'
  const named = students.length === 1 ? '1 student' : `${students.length} students`
  const counted = `${named} · ${it.weeks} weeks, ${it.paired} with a resident`
  const sub = `${yearName(block.yearId)} · ${daysText(block.firstOn, block.lastOn)} · ${counted} · ${state}`
  const fill = it.mayArrange && it.paired < it.weeks ? <FillLink /> : null
  const publish = it.mayArrange && it.hasDrafts ? <ButtonLink to="publication">Publish pairings</ButtonLink> : null
  const weeks = students.map((student) => (
    <StudentWeeks key={student.placementId} student={student} refused={refused} mayArrange={it.mayArrange} />
  ))
  return (
    <Page title={`Pairings, block ${block.name}`} sub={sub} actions={[fill, publish]}>
      <BlockTabs blocks={it.blocks} current={block.id} />
      {refused ? <ErrorSummary form={{ id: 'pairs', allErrors: linesOf(refused) }} /> : null}
      {it.isFilling ? (
        <Notice title="Not saved yet">
          Empty weeks are preset to the resident with the fewest students so far. Look them over, then save.
        </Notice>
      ) : null}
      {without.length > 0 ? <Without weeks={without} /> : null}
      {students.length === 0 ? (
        <p>No student is placed in this block yet. Once an offer is accepted, the student stands here.</p>
      ) : null}
      {it.mayArrange ? (
        <Form className="pairs" method="post" key={it.isFilling ? 'fill' : 'as-saved'}>
          {weeks}
          {students.length > 0 ? (
            <p>
              <Button kind="secondary">{it.isPublished ? 'Save, students see it' : 'Save as draft'}</Button>
            </p>
          ) : null}
        </Form>
      ) : (
        <div className="pairs">{weeks}</div>
      )}
      <LoadTable loads={it.loads} />
    </Page>
  )
}

const BlockTabs = ({ blocks, current }: { blocks: { id: string; name: string }[]; current: string }) => (
  <Tabs
    label="Blocks"
    tabs={blocks.map(({ id, name }) => ({ to: `/pairings/${id}`, label: `Block ${name}`, current: id === current }))}
  />
)

const FillLink = () => (
  <ButtonLink key="fill" to="?fill" kind="secondary">
    Fill empty weeks
  </ButtonLink>
)

function Without({ weeks }: { weeks: { field: string; service: string; days: string; student: string }[] }) {
  return (
    <Notice
      tone="warn"
      title={weeks.length === 1 ? '1 week has no resident' : `${weeks.length} weeks have no resident`}
    >
      {weeks.map((week) => (
        <p key={week.field}>
          {week.student}, {week.service}, {week.days}. The attending of record leads; this can be published as it is.
        </p>
      ))}
    </Notice>
  )
}
