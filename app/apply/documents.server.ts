import { and, asc, eq, isNull } from 'drizzle-orm'
import { programNow } from '#app/workflow/clock.server'
import { record } from '#app/workflow/events.server'
import { conflict, notFound } from '#app/workflow/refusal'
import { read, type Tx, write } from '#db/client'
import { documents, files, requirements } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { isOpenToStudent } from './application'
import { myApplication } from './applications.server'
import type { Document } from './document'
import type { Requirement } from './requirement'

/** What a clerkship asks for, in order, as a query for `readAll`. */
export const requirementsOf = (clerkshipId: string) =>
  read
    .select()
    .from(requirements)
    .where(and(eq(requirements.clerkshipId, clerkshipId), isNull(requirements.retiredAt)))
    .orderBy(asc(requirements.phase), asc(requirements.position))

/** The current documents of an application with their files, as a query for `readAll`. */
export const documentsOf = (applicationId: string) =>
  read
    .select({ document: documents, file: files })
    .from(documents)
    .leftJoin(files, eq(files.id, documents.fileId))
    .where(and(eq(documents.applicationId, applicationId), eq(documents.isCurrent, true)))

/** What is handed in now; `fileId` left out keeps the file that is there. */
export type HandIn = { fileId?: string; datedOn?: string | null; answers?: Record<string, string> | null }

/**
 * Hands in a document for a requirement, in place of the one before, whose row stays. Returns its id.
 * Throws 404 for an unknown requirement, 409 once the application is sent and the document is not asked for again.
 */
export async function handIn(me: Person, applicationId: string, key: string, it: HandIn, now: Date = programNow()) {
  return write(async (tx) => {
    const application = await myApplication(tx, me, applicationId)
    const requirement = await requirementNow(tx, application.clerkshipId, key)
    const before = await currentDocument(tx, application.id, requirement.id)
    const mayChange = isOpenToStudent(application.status) || requirement.phase === 'to start'
    if (!mayChange && before?.status !== 'problem' && before?.status !== 'expired') throw conflict(sentSentence)
    if (application.status === 'withdrawn') throw conflict('You withdrew this application.')
    if (before) await tx.update(documents).set({ isCurrent: false }).where(eq(documents.id, before.id))
    const fileId = it.fileId ?? before?.fileId ?? null
    const of = { studentId: application.studentId, applicationId, requirementId: requirement.id }
    const [{ id }] = await tx
      .insert(documents)
      .values({ ...of, ...it, fileId, status: 'received', isCurrent: true, handedInAt: now })
      .returning({ id: documents.id })
    await record(tx, me, { subjectKind: 'document', subjectId: id, step: 'hand in', to: 'received' }, now)
    return id
  })
}

const sentSentence = 'This application has been sent with this document, so it can no longer be replaced.'

async function requirementNow(tx: Tx, clerkshipId: string, key: string): Promise<Requirement> {
  const [row] = await tx
    .select()
    .from(requirements)
    .where(and(eq(requirements.clerkshipId, clerkshipId), eq(requirements.key, key), isNull(requirements.retiredAt)))
  if (!row) throw notFound()
  return row
}

async function currentDocument(tx: Tx, applicationId: string, requirementId: string): Promise<Document | undefined> {
  const isThis = and(eq(documents.applicationId, applicationId), eq(documents.requirementId, requirementId))
  const [row] = await tx
    .select()
    .from(documents)
    .where(and(isThis, eq(documents.isCurrent, true)))
  return row
}
