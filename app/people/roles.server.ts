import { and, count, eq, inArray, isNull, ne } from 'drizzle-orm'
import type { Changed } from '#app/workflow/change'
import { change, changesOf, versionOf } from '#app/workflow/changes.server'
import { programNow } from '#app/workflow/clock.server'
import { dayAt } from '#app/workflow/day.server'
import { insist } from '#app/workflow/permissions'
import { notFound } from '#app/workflow/refusal'
import { read, readAll, type Tx, together } from '#db/client'
import { addresses, events, people, roles } from '#db/schema/index'
import type { Person, Role } from '#db/schema/people/actors'
import { roleNames, rolesText, type StaffRole, staffRoles } from './role'
import type { RolesForm } from './roles-form.server'
import { endEverySignIn, rolesOf } from './sign-ins.server'

const KIND = 'roles'

/** An account with its roles, and what was changed on them, as queries for `readAll`. */
export const accountOf = (personId: string) =>
  read
    .select({
      id: people.id,
      name: people.name,
      roles: rolesOf,
      closedAt: people.deactivatedAt,
      email: addresses.email,
    })
    .from(people)
    .leftJoin(addresses, and(eq(addresses.personId, people.id), eq(addresses.isPrimary, true)))
    .where(and(eq(people.id, personId), isNull(people.mergedIntoId)))
export const roleChangesOf = (personId: string) => changesOf(KIND, personId)
/** How somebody came by roles without anybody changing them here: by joining, or by an invitation. */
export const arrivalsOf = (personId: string) =>
  read
    .select({
      id: events.id,
      subjectId: events.subjectId,
      at: events.at,
      by: events.actorName,
      step: events.step,
      role: events.to,
    })
    .from(events)
    .where(
      and(
        eq(events.subjectKind, 'person'),
        eq(events.subjectId, personId),
        inArray(events.step, ['join', 'take-role']),
      ),
    )

type Arrival = Awaited<ReturnType<typeof arrivalsOf>>[number]
/** The same as the history shows them. */
export const arrivalFrom = ({ role, step, ...it }: Arrival): Changed => {
  const label = step === 'join' ? 'Joined as' : 'Accepted the invitation as'
  return { ...it, step, mayUndo: false, changes: [{ label, from: null, to: roleNames[role as Role] ?? role }] }
}

type Row = Awaited<ReturnType<typeof accountOf>>[number]
/** The account as read. Throws 404 when there is none. */
export function accountFrom([row]: Row[]) {
  if (!row) throw notFound()
  return { ...row, roles: JSON.parse(row.roles) as Role[] }
}

/** Whose roles these are, as their form starts. Throws 404. One round trip. */
export async function rolesRecord(me: Person, personId: string) {
  insist(me, 'person.roles')
  const [rows, changes, [{ version }]] = await readAll(
    accountOf(personId),
    changesOf(KIND, personId),
    versionOf(KIND, personId),
  )
  return { person: accountFrom(rows), changes, version, isMe: personId === me.personId }
}

/**
 * Sets the roles of staff that somebody has; being a student is not touched. Refused: a role for oneself, and the last
 * coordinator's going. Whoever else's rights changed signs in anew.
 */
export async function saveRoles(me: Person, personId: string, form: RolesForm, now = programNow()) {
  insist(me, 'person.roles')
  return change(me, { kind: KIND, id: personId, version: form.version }, now, async (tx) => {
    const { before, others } = await staffRolesOf(tx, personId)
    const added = form.roles.filter((role) => !before.includes(role))
    const gone = before.filter((role) => !form.roles.includes(role))
    const say = whyNot({ me, personId, added, gone, others })
    if (say) return { fields: { roles: say } }
    const rows = added.map((role) => ({ personId, role, grantedOn: dayAt(now) }))
    await together([
      gone.length > 0 && tx.delete(roles).where(and(eq(roles.personId, personId), inArray(roles.role, gone))),
      rows.length > 0 && tx.insert(roles).values(rows),
      personId !== me.personId && endEverySignIn(tx, personId),
    ])
    const [from, to] = [before, form.roles].map((list) => rolesText(list) || 'none')
    return { changes: from === to ? [] : [{ label: 'Roles', from, to }], restores: { roles: before } }
  })
}

/** The person's roles as staff, and how many others are coordinators. Throws 404 when there is no such person. */
async function staffRolesOf(tx: Tx, personId: string): Promise<{ before: StaffRole[]; others: number }> {
  const [[person], rows, [{ others }]] = await tx.batch([
    tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.id, personId), isNull(people.mergedIntoId))),
    tx.select({ role: roles.role }).from(roles).where(eq(roles.personId, personId)),
    tx
      .select({ others: count() })
      .from(roles)
      .innerJoin(people, eq(people.id, roles.personId))
      .where(and(eq(roles.role, 'coordinator'), ne(roles.personId, personId), isNull(people.deactivatedAt))),
  ])
  if (!person) throw notFound()
  return { before: staffRoles.filter((role) => rows.some((row) => row.role === role)), others }
}

type Asked = { me: Person; personId: string; added: StaffRole[]; gone: StaffRole[]; others: number }

function whyNot({ me, personId, added, gone, others }: Asked): string | undefined {
  if (personId === me.personId && added.length > 0)
    return 'Nobody gives themself a role: ask another coordinator or the program director'
  if (!gone.includes('coordinator')) return
  if (others === 0) return 'This is the last coordinator: make somebody else a coordinator first'
}
