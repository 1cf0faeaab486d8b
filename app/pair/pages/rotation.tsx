import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { contactsOf, weekLine } from '#app/pair/rotation.server'
import { ExposureCard, RotationPeople } from '#app/pair/rotation-people'
import { RotationWeek } from '#app/pair/rotation-week'
import { findRotation } from '#app/pair/rotations.server'
import { requirePerson } from '#app/people/who.server'
import { ButtonLink } from '#app/ui/button'
import { Page } from '#app/ui/page'
import { Status } from '#app/ui/status'
import { daysText } from '#app/ui/time'

export const meta: MetaFunction = () => [{ title: 'Your week – IR rotations' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const me = await requirePerson(context)
  const it = await findRotation(me, new URL(request.url).searchParams.get('week'))
  if (!it) return null
  const { placement, days, monday, program } = it
  return { placement, days, monday, program, contacts: contactsOf(it), ...weekLine(it) }
}

export default function RotationPage() {
  const it = useLoaderData<typeof loader>()
  if (!it) return <NoRotation />
  const { placement, days, program } = it
  const where = `Block ${placement.block}, ${placement.service}`
  const sub = `${where} · week ${it.week} of ${it.weeks} · ${daysText(days[0].on, days[4].on)}`
  const actions = (
    <>
      {it.earlier ? <WeekLink to={it.earlier}>Week before</WeekLink> : null}
      {it.later ? <WeekLink to={it.later}>Next week</WeekLink> : null}
    </>
  )
  return (
    <Page title="Your week" sub={sub} actions={actions}>
      <Status tone={it.tone} line={it.line} next={it.next} />
      <RotationWeek days={days} />
      <div className="columns columns--2">
        <RotationPeople contacts={it.contacts} />
        <ExposureCard phone={program.exposurePhone} text={program.exposureText} />
      </div>
    </Page>
  )
}

const WeekLink = ({ to, children }: { to: string; children: string }) => (
  <ButtonLink to={`?week=${to}`} kind="secondary" size="small">
    {children}
  </ButtonLink>
)

function NoRotation() {
  return (
    <Page title="Your week" width="form">
      <p>You have no rotation yet. Your week stands here once you have accepted a place.</p>
      <p>
        <ButtonLink to="/applications" kind="secondary">
          See your applications
        </ButtonLink>
      </p>
    </Page>
  )
}
