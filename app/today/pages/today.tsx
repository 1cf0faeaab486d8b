import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requirePerson } from '#app/people/who.server'
import { MinePart, NothingYet } from '#app/today/mine'
import { FindStudent, FirstPart, QueuesPart } from '#app/today/staff'
import { findToday } from '#app/today/today.server'
import { OwedPart, StudentsPart } from '#app/today/waiting'
import { Page } from '#app/ui/page'
import { dayText } from '#app/ui/time'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? 'Today'} – IR rotations` }]

export async function loader({ context }: LoaderFunctionArgs) {
  return findToday(await requirePerson(context))
}

export default function TodayPage() {
  const it = useLoaderData<typeof loader>()
  const day = [dayText(it.today, { weekday: true, year: true }), it.block].filter(Boolean).join(' · ')
  const isAlone = !it.queues.length && !it.mine
  return (
    <Page
      title={it.title}
      sub={it.isStudent ? it.mine?.sub : day}
      width={it.queues.length ? 'work' : 'form'}
      actions={it.maySearch ? <FindStudent /> : undefined}
    >
      {it.mine ? <MinePart mine={it.mine} /> : null}
      {it.isStudent && !it.mine ? <NothingYet /> : null}
      {it.asks ? <OwedPart owed={it.owed} isAlone={isAlone} /> : null}
      <FirstPart first={it.first} />
      {it.queues.length ? <QueuesPart {...it} /> : null}
      <StudentsPart students={it.students} />
    </Page>
  )
}
