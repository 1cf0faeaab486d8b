import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findWishFates } from '#app/assign/wish-fates.server'
import { requirePerson } from '#app/people/who.server'
import { Page } from '#app/ui/page'
import { Table } from '#app/ui/table'
import { daysText } from '#app/ui/time'

export const meta = () => [{ title: 'What became of each wish – IR rotations' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const found = await findWishFates(await requirePerson(context), params.applicationId!)
  if (!found.isMine) context.disclose(found.studentId, 'application')
  return { ...found, path: found.isMine ? `/applications/${params.applicationId}` : `/review/${params.applicationId}` }
}

const columns = [
  { key: 'wish', label: 'Wish' },
  { key: 'days', label: 'Days' },
  { key: 'says', label: 'What became of it' },
]

export default function WishFatesPage() {
  const { fates, isMine, name, path } = useLoaderData<typeof loader>()
  const rows = fates.map(({ rank, name, block, says }) => ({
    id: String(rank),
    cells: { wish: `${rank}. ${name}`, days: daysText(block.firstOn, block.lastOn, { year: true }), says },
  }))
  return (
    <Page
      title="What became of each wish"
      sub={isMine ? undefined : `As ${name} reads it`}
      back={{ to: path, label: isMine ? 'Your application' : name }}
    >
      <Table caption="Wishes in their order" hideCaption columns={columns} rows={rows} list />
    </Page>
  )
}
