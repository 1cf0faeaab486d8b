import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listEvaluations } from '#app/evaluate/evaluations.server'
import { NothingAsked, OwedList, SentList } from '#app/evaluate/owed-list'
import { requirePerson } from '#app/people/who.server'
import { Page } from '#app/ui/page'
import { programNow } from '#app/workflow/clock.server'

export const meta: MetaFunction = () => [{ title: 'Evaluations – IR rotations' }]

export async function loader({ context }: LoaderFunctionArgs) {
  const me = await requirePerson(context)
  return listEvaluations(me, programNow())
}

export default function EvaluationsPage() {
  const { owed, sent, nextOn } = useLoaderData<typeof loader>()
  return (
    <Page title={owed.length ? `Waiting for you: ${owed.length}` : 'Evaluations'} width="form">
      {owed.length ? <OwedList owed={owed} /> : <NothingAsked nextOn={nextOn} />}
      {sent.length ? <SentList sent={sent} /> : null}
    </Page>
  )
}
