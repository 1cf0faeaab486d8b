import { and, asc, count, eq, exists, isNull, or, type SQL, sql } from 'drizzle-orm'
import { insist } from '#app/workflow/permissions'
import { read, readAll } from '#db/client'
import { addresses, people, roles } from '#db/schema/index'
import type { Person, Role } from '#db/schema/people/actors'
import { rolesOf } from './sign-ins.server'

const PAGE = 25
type Wanted = { q?: string; role?: Role; page: number }

/** Everybody with an account, by family name, 25 a page; `q` looks in names and addresses. */
export async function listPeople(me: Person, { q, role, page }: Wanted) {
  insist(me, 'person.list')
  const where = and(isNull(people.mergedIntoId), q ? matching(q) : undefined, role ? withRole(role) : undefined)
  const [rows, [{ total }]] = await readAll(
    read
      .select({
        id: people.id,
        name: people.name,
        roles: rolesOf,
        email: addresses.email,
        closedAt: people.deactivatedAt,
      })
      .from(people)
      .leftJoin(addresses, primary)
      .where(where)
      .orderBy(asc(people.familyName), asc(people.name), asc(people.id))
      .limit(PAGE)
      .offset((page - 1) * PAGE),
    read.select({ total: count() }).from(people).where(where),
  )
  const found = rows.map((row) => ({ ...row, roles: JSON.parse(row.roles) as Role[] }))
  return { people: found, total, page, pages: Math.max(1, Math.ceil(total / PAGE)) }
}

const primary = and(eq(addresses.personId, people.id), eq(addresses.isPrimary, true))

function withRole(role: Role): SQL {
  return exists(
    read
      .select({ one: sql`1` })
      .from(roles)
      .where(and(eq(roles.personId, people.id), eq(roles.role, role))),
  )
}

function matching(q: string): SQL | undefined {
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const address = read
    .select({ one: sql`1` })
    .from(addresses)
    .where(and(eq(addresses.personId, people.id), like(addresses.email, pattern)))
  return or(like(people.name, pattern), exists(address))
}

const like = (column: typeof people.name | typeof addresses.email, pattern: string) =>
  sql`${column} like ${pattern} escape '\\'`
