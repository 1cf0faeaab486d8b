import { inArray } from 'drizzle-orm'
import { recordAll } from '#app/workflow/events.server'
import { insist } from '#app/workflow/permissions'
import { type Tx, together } from '#db/client'
import { applications, choices, profiles } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { applicationWorkflow } from './application'
import { nextReferences } from './applications.server'
import type { Profile } from './choice'

export type Listed = {
  id: string
  studentId: string
  clerkshipId: string
  blockId: string
  serviceId: string
  /** Where they study, as far as a list tells; null where the student has said so already. */
  profile: Omit<Profile, 'updatedAt'> | null
}

/** Enters students who come without applying: each an eligible application whose one wish is where they go. */
export async function listApplications(tx: Tx, me: Person, yearId: string, listed: Listed[], now: Date): Promise<void> {
  const { by, to } = applicationWorkflow.list
  insist(me, by)
  const references = await nextReferences(tx, yearId, listed.length)
  const told = listed.flatMap(({ profile }) => (profile ? [{ ...profile, updatedAt: now }] : []))
  const same = { yearId, status: to, statusAt: now, startedAt: now, sentAt: now, isListed: true }
  await together([
    told.length > 0 && tx.insert(profiles).values(told).onConflictDoNothing(),
    tx.insert(applications).values(
      listed.map(({ id, studentId, clerkshipId }, at) => {
        return { ...same, id, studentId, clerkshipId, reference: references[at] }
      }),
    ),
    tx
      .insert(choices)
      .values(listed.map(({ id, blockId, serviceId }) => ({ applicationId: id, rank: 1, blockId, serviceId }))),
    recordAll(
      tx,
      me,
      listed.map(({ id }) => ({ subjectKind: 'application', subjectId: id, step: 'list', to })),
      now,
    ),
  ])
}

/** Takes entries back before anybody was told of them: the rows go, what was done stays in the events. */
export async function unlistApplications(tx: Tx, me: Person, ids: string[], now: Date): Promise<void> {
  await together([
    tx.delete(choices).where(inArray(choices.applicationId, ids)),
    tx.delete(applications).where(inArray(applications.id, ids)),
    recordAll(
      tx,
      me,
      ids.map((id) => ({ subjectKind: 'application', subjectId: id, step: 'unlist', from: 'eligible' })),
      now,
    ),
  ])
}
