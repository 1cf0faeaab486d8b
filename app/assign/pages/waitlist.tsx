import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { boardPath } from '#app/assign/paths'
import { ordinal } from '#app/assign/waitlist'
import { saidOf } from '#app/assign/waitlist-words'
import { type FoundWaitlists, findWaitlists } from '#app/assign/waitlist-year.server'
import { requirePerson } from '#app/people/who.server'
import { Page } from '#app/ui/page'
import { Table } from '#app/ui/table'
import { Tag } from '#app/ui/tag'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Waitlist – ${data?.year} – IR rotations` }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const me = await requirePerson(context)
  const found = await findWaitlists(me, params.year!)
  for (const studentId of found.studentIds) context.disclose(studentId, 'waitlist')
  return { ...found, year: params.year! }
}

const openingColumns = [
  { key: 'opening', label: 'Opening' },
  { key: 'waiting', label: 'Waiting', numeric: true },
  { key: 'state', label: 'State' },
  { key: 'line', label: 'What happens' },
]
const studentColumns = [
  { key: 'student', label: 'Student' },
  { key: 'waits', label: 'Waits for' },
]

export default function WaitlistPage() {
  const { clerkships, studentIds, year } = useLoaderData<typeof loader>()
  const [name, n] = [year.replace('-', '–'), studentIds.length]
  return (
    <Page
      title={`Waitlist ${name}`}
      sub={n === 1 ? '1 student waits' : `${n} students wait`}
      back={{ to: boardPath(year), label: `Board ${name}` }}
    >
      {clerkships.length === 0 ? (
        <p>
          Nobody waits for an opening. Who declines an offer, asks for it after one has ended, or is put on it in the
          review stands here.
        </p>
      ) : null}
      {clerkships.map((clerkship) => (
        <Clerkship key={clerkship.id} it={clerkship} year={year} />
      ))}
    </Page>
  )
}

type ClerkshipProps = { it: FoundWaitlists['clerkships'][number]; year: string }

/** The openings of a clerkship with how their lists stand, then its students in order. */
function Clerkship({ it, year }: ClerkshipProps) {
  const openings = it.openings.map((opening) => {
    const { tag, tone, line } = saidOf(opening)
    const to = `/waitlist/${year}/${opening.id}`
    return {
      id: opening.id,
      cells: {
        opening: <Link to={to}>{opening.label}</Link>,
        waiting: opening.waiting,
        state: <Tag tone={tone}>{tag}</Tag>,
        line,
      },
    }
  })
  const students = it.students.map(({ id, name, waits }) => ({
    id,
    cells: {
      student: <Link to={`/review/${id}`}>{name}</Link>,
      waits: waits.map(({ opening, place }) => `${ordinal(place)} for ${opening}`).join('; '),
    },
  }))
  return (
    <section className="stack" aria-labelledby={it.id}>
      <h2 id={it.id}>{it.name}</h2>
      <Table
        caption={`Openings that somebody waits for, ${it.name}`}
        hideCaption
        columns={openingColumns}
        rows={openings}
        list
      />
      <Table
        caption={`Students who wait, in order, ${it.name}`}
        hideCaption
        columns={studentColumns}
        rows={students}
        list
      />
    </section>
  )
}
