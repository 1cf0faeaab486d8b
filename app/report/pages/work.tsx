import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requirePerson } from '#app/people/who.server'
import { listWork } from '#app/report/work.server'
import { WorkTable } from '#app/report/work-table'
import { Notice } from '#app/ui/notice'
import { Page } from '#app/ui/page'

export const meta: MetaFunction = () => [{ title: 'Background work – IR rotations' }]

export async function loader({ context }: LoaderFunctionArgs) {
  return listWork(await requirePerson(context))
}

export default function WorkPage() {
  const { rows, failed } = useLoaderData<typeof loader>()
  return (
    <Page title="Background work" sub="What the portal does by itself: sending, reminding, closing, completing.">
      {failed > 0 ? (
        <Notice tone="bad" title={failed === 1 ? 'One job has given up' : `${failed} jobs have given up`}>
          It was tried five times. Read why below, then start it again.
        </Notice>
      ) : null}
      {rows.length > 0 ? (
        <WorkTable rows={rows} />
      ) : (
        <p>Nothing has run yet. The portal looks every two seconds for what is due.</p>
      )}
    </Page>
  )
}
