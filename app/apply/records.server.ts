import { and, eq } from 'drizzle-orm'
import { draftOf } from '#app/workflow/drafts.server'
import { eventsOf } from '#app/workflow/events.server'
import { may } from '#app/workflow/permissions'
import { notFound } from '#app/workflow/refusal'
import { read, readAll } from '#db/client'
import { agreements, applications, clerkships, confirmations, people, profiles, program } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { placementOf } from '#db/views'
import type { Application } from './application'
import { choicesOf } from './choices.server'
import { documentsOf, requirementsOf } from './documents.server'
import { profileOf } from './profiles.server'
import { windowsOf } from './windows.server'

/** The record a page is about. */
export type ApplicationHead = Awaited<ReturnType<typeof readHead>>
export type ApplicationRecord = Awaited<ReturnType<typeof readRecord>>

const head = () =>
  read
    .select({ application: applications, clerkship: clerkships, program, student: { name: people.name } })
    .from(applications)
    .innerJoin(clerkships, eq(clerkships.id, applications.clerkshipId))
    .innerJoin(people, eq(people.id, applications.studentId))
    .innerJoin(program, eq(program.id, 1))

/** The same as a query for `readAll`; whoever asks decides who may see it. */
export const headOf = (id: string) => head().where(eq(applications.id, id))

/** My own application with its clerkship and the program's rules; 404 for another's. */
export async function readHead(me: Person, id: string) {
  const [row] = await head().where(and(eq(applications.id, id), eq(applications.studentId, me.personId)))
  if (!row) throw notFound()
  return row
}

/** The same for whoever may read it: the student, staff, reviewers. Drafts are the student's alone. */
export async function readAnyHead(me: Person, id: string) {
  const [row] = await head().where(eq(applications.id, id))
  const isMine = row?.application.studentId === me.personId
  if (!row || !may(me, 'application.read', row.application)) throw notFound()
  if (!isMine && row.application.status === 'draft') throw notFound()
  return row
}

/** Everything that belongs to one application, in one round trip. */
export async function readRecord(it: ApplicationHead) {
  const [[profile], choices, requirements, documents, [confirmation], ...rest] = await readAll(
    ...partsOf(it.application),
  )
  const [events, windows, agreements, [placement], [statementDraft]] = rest
  const own = { profile, choices, requirements, documents, confirmation }
  return { ...it, ...own, events, windows, agreements, placement, statementDraft }
}

const partsOf = ({ id, clerkshipId, yearId, studentId, requirementsAt, isListed }: Application) =>
  [
    profileOf(studentId),
    choicesOf(id),
    requirementsOf({ clerkshipId, requirementsAt, isListed }),
    documentsOf(id),
    read.select().from(confirmations).where(eq(confirmations.applicationId, id)),
    eventsOf('application', id),
    windowsOf(clerkshipId, yearId),
    agreementsOf(studentId),
    placementOf(id),
    draftOf({ personId: studentId }, `/applications/${id}/statement`),
  ] as const

const agreementsOf = (studentId: string) =>
  read
    .select({ firstOn: agreements.firstOn, lastOn: agreements.lastOn })
    .from(agreements)
    .innerJoin(profiles, eq(profiles.schoolId, agreements.schoolId))
    .where(eq(profiles.personId, studentId))

/** My application with everything that belongs to it. */
export const readMyRecord = async (me: Person, id: string) => readRecord(await readHead(me, id))
