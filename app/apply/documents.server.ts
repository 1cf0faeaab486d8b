import { and, asc, eq } from 'drizzle-orm'
import { inForce } from '#app/program/in-force.server'
import { programNow } from '#app/workflow/clock.server'
import { record } from '#app/workflow/events.server'
import { conflict, notFound } from '#app/workflow/refusal'
import { read, type Tx, write } from '#db/client'
import { documents, files, requirements } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { type Application, isOpenToStudent } from './application'
import { myApplication } from './applications.server'
import type { Document } from './document'
import type { Requirement } from './requirement'

type Asked = Pick<Application, 'clerkshipId' | 'requirementsAt'>
const isAskedOf = ({ clerkshipId, requirementsAt }: Asked) =>
  and(eq(requirements.clerkshipId, clerkshipId), inForce(requirementsAt))

/** What is asked of an application, in order, as a query for `readAll`: for a sent one what was asked then. */
export const requirementsOf = (application: Asked) =>
  read
    .select()
    .from(requirements)
    .where(isAskedOf(application))
    .orderBy(asc(requirements.phase), asc(requirements.position))

/** The current documents of an application, each with its file and what it is, as a query for `readAll`. */
export const documentsOf = (applicationId: string) =>
  read
    .select({ document: documents, key: requirements.key, file: files })
    .from(documents)
    .innerJoin(requirements, eq(requirements.id, documents.requirementId))
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
    const requirement = await requirementNow(tx, application, key)
    const before = await currentDocument(tx, application.id, key)
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

async function requirementNow(tx: Tx, application: Asked, key: string): Promise<Requirement> {
  const [row] = await tx
    .select()
    .from(requirements)
    .where(and(isAskedOf(application), eq(requirements.key, key)))
  if (!row) throw notFound()
  return row
}

/** What stands for a requirement now, whichever version of it was asked when it was handed in. */
async function currentDocument(tx: Tx, applicationId: string, key: string): Promise<Document | undefined> {
  const [row] = await tx
    .select({ document: documents })
    .from(documents)
    .innerJoin(requirements, and(eq(requirements.id, documents.requirementId), eq(requirements.key, key)))
    .where(and(eq(documents.applicationId, applicationId), eq(documents.isCurrent, true)))
  return row?.document
}
