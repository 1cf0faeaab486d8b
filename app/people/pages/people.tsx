import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { listPeople } from '#app/people/people.server'
import { PeopleFilters } from '#app/people/people-filters'
import { wantedPeople } from '#app/people/people-wanted.server'
import { rolesText } from '#app/people/role'
import { requirePerson } from '#app/people/who.server'
import { ButtonLink } from '#app/ui/button'
import { Email } from '#app/ui/email'
import { Page } from '#app/ui/page'
import { Pagination } from '#app/ui/pagination'
import { Table } from '#app/ui/table'
import { may } from '#app/workflow/permissions'

export const meta: MetaFunction = () => [{ title: 'People – IR rotations' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const me = await requirePerson(context)
  const wanted = wantedPeople(request.url)
  return { ...(await listPeople(me, wanted)), wanted, mayInvite: may(me, 'person.invite') }
}

export default function People() {
  const { people, total, page, pages, wanted, mayInvite } = useLoaderData<typeof loader>()
  return (
    <Page
      title="People"
      sub="Everybody with an account. Students make theirs by themselves; staff come by invitation."
      actions={mayInvite ? <ButtonLink to="/people/invitations">Invite someone</ButtonLink> : null}
    >
      <PeopleFilters q={wanted.q} role={wanted.role} />
      {people.length > 0 ? (
        <Table
          caption="People, by family name"
          hideCaption
          list
          columns={columns}
          rows={people.map(({ id, name, roles, email, closedAt }) => ({
            id,
            closed: closedAt !== null,
            cells: {
              name: <Link to={`/people/${id}`}>{name}</Link>,
              roles: rolesText(roles),
              email: email ? <Email address={email} /> : '',
            },
          }))}
        />
      ) : (
        <p>
          Nobody matches these filters. <Link to="/people">Clear filters</Link>
        </p>
      )}
      <Pagination page={page} pages={pages} total={total} />
    </Page>
  )
}

const columns = [
  { key: 'name', label: 'Name' },
  { key: 'roles', label: 'Roles' },
  { key: 'email', label: 'E-mail' },
]
