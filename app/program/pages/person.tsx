import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { rolesText } from '#app/people/role'
import { requirePerson } from '#app/people/who.server'
import { clinicText, continuityText } from '#app/program/supervisor'
import { personRecord } from '#app/program/teaching.server'
import { Email } from '#app/ui/email'
import { Page } from '#app/ui/page'
import { SummaryList } from '#app/ui/summary-list'
import { Tag } from '#app/ui/tag'
import { History } from '#app/workflow/history'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.person.name ?? 'Person'} – People – IR rotations` },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  return personRecord(await requirePerson(context), params.personId!)
}

export default function PersonPage() {
  const it = useLoaderData<typeof loader>()
  const { person, teacher, teaches, changes, mayEdit } = it
  const tag = person.closedAt ? <Tag tone="neutral">Closed</Tag> : undefined
  const act = (to: string, what: string) => (
    <Link to={`/people/${person.id}/${to}`}>
      Change<span className="vh"> {what}</span>
    </Link>
  )
  return (
    <Page title={person.name} tag={tag} width="form" back={{ to: '/people', label: 'People' }}>
      <SummaryList
        items={[
          { term: 'E-mail', value: person.email && <Email address={person.email} /> },
          {
            term: 'Roles',
            value: rolesText(person.roles) || 'None',
            act: mayEdit.roles ? act('roles', 'the roles') : undefined,
          },
        ]}
      />
      {teaches ? (
        <section aria-labelledby="teaching" className="stack">
          <div className="cluster cluster--between cluster--base">
            <h2 id="teaching">As a teacher</h2>
            {mayEdit.teaching ? act('teaching', 'what they are as a teacher') : null}
          </div>
          {teacher ? <SummaryList items={factsOf(it)} /> : <p>Not set yet: students cannot be paired with them.</p>}
          {mayEdit.teaching && teacher ? (
            <p>
              <Link to={`/settings/clinic-days/${person.id}`}>Change the clinic days</Link>
            </p>
          ) : null}
        </section>
      ) : null}
      <History changes={changes} mayUndo={mayEdit.teaching} />
    </Page>
  )
}

function factsOf({ teacher, clinics }: Pick<Awaited<ReturnType<typeof personRecord>>, 'teacher' | 'clinics'>) {
  if (!teacher) return []
  const isResident = teacher.kind === 'resident'
  const most = teacher.mostStudents ?? (isResident ? 'As the program’s rule says' : 'No limit')
  return [
    { term: 'Is a', value: isResident ? `Resident, PGY ${teacher.pgy}` : `Attending, ${teacher.division} IR` },
    { term: 'Title', value: teacher.title ?? 'None' },
    ...(teacher.homeProgram ? [{ term: 'Home program', value: teacher.homeProgram }] : []),
    ...(isResident ? [{ term: 'Most students at once', value: String(most) }] : []),
    { term: 'Clinic', value: (isResident ? continuityText({ clinics }) : clinicText({ clinics })) || 'None' },
  ]
}
