import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { letterTags } from '#app/evaluate/letter'
import { listLetters } from '#app/evaluate/letters.server'
import { requirePerson } from '#app/people/who.server'
import { Page } from '#app/ui/page'
import { Rows } from '#app/ui/rows'
import { Tag } from '#app/ui/tag'
import { daysText, instantText } from '#app/ui/time'

export const meta: MetaFunction = () => [{ title: 'Letters – IR rotations' }]

export async function loader({ context }: LoaderFunctionArgs) {
  const letters = await listLetters(await requirePerson(context))
  for (const { studentId } of letters) context.disclose(studentId, 'letters')
  return { letters }
}

export default function LettersPage() {
  const { letters } = useLoaderData<typeof loader>()
  const items = letters.map(({ id, student, block, service, firstOn, lastOn, requestedAt, status }) => ({
    id,
    key: <Tag tone={letterTags[status].tone}>{letterTags[status].words}</Tag>,
    children: (
      <>
        <Link to={`/letters/${id}`}>
          <b>{student}</b>
        </Link>
        <br />
        <span className="hint">
          Block {block}, {service}, {daysText(firstOn, lastOn)}
        </span>
      </>
    ),
    end: `Asked ${instantText(requestedAt, { weekday: false })}`,
  }))
  return (
    <Page title="Letters" sub="Of recommendation, as students asked for them" width="reading">
      {items.length ? <Rows items={items} first={10} wrap /> : <p>Nobody has asked you for a letter yet.</p>}
    </Page>
  )
}
