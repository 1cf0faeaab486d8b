import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { type FoundWaitlist, findWaitlist } from '#app/assign/waitlist-line.server'
import { WaitlistTable } from '#app/assign/waitlist-table'
import { saidOf } from '#app/assign/waitlist-words'
import { requirePerson } from '#app/people/who.server'
import { Button, ButtonLink } from '#app/ui/button'
import { Page } from '#app/ui/page'
import { Status } from '#app/ui/status'
import { daysText } from '#app/ui/time'
import { History } from '#app/workflow/history'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.label} – Waitlist – IR rotations` }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const me = await requirePerson(context)
  const it = await findWaitlist(me, { yearId: params.year!, openingId: params.openingId! })
  for (const { personId } of it.students) context.disclose(personId, 'waitlist')
  return { ...it, year: params.year!, path: `/waitlist/${params.year}/${params.openingId}` }
}

export default function OpeningWaitlistPage() {
  const { path, year, ...it } = useLoaderData<typeof loader>()
  const { line, tone } = saidOf(it)
  return (
    <Page
      title={it.label}
      sub={`${it.clerkship} · ${daysText(it.block.firstOn, it.block.lastOn, { year: true })}`}
      back={{ to: `/waitlist/${year}`, label: `Waitlist ${year.replace('-', '–')}` }}
      actions={it.mayArrange ? <Pause isPaused={it.isPaused} path={path} /> : null}
    >
      <Status tone={tone} line={line} next={null} />
      {it.students.length === 0 ? <p>Nobody waits for this opening.</p> : <WaitlistTable it={it} path={path} />}
      <History changes={it.changes} />
    </Page>
  )
}

function Pause({ isPaused, path }: Pick<FoundWaitlist, 'isPaused'> & { path: string }) {
  if (!isPaused)
    return (
      <ButtonLink kind="secondary" to={`${path}/pause`}>
        Pause
      </ButtonLink>
    )
  return (
    <Form method="post" action={`${path}/resumption`}>
      <Button kind="secondary">End the pause</Button>
    </Form>
  )
}
