import { and, asc, eq, sql } from 'drizzle-orm'
import { addFile, type NewFile } from '#app/files/files.server'
import { inForce } from '#app/program/in-force.server'
import { programNow } from '#app/workflow/clock.server'
import { eventStatements } from '#app/workflow/events.server'
import { conflict, notFound } from '#app/workflow/refusal'
import { read, type Tx, together, write } from '#db/client'
import { newId } from '#db/schema/columns'
import { documents, files, requirements } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { type Application, isOpenToStudent } from './application'
import { myApplication } from './applications.server'
import type { Document } from './document'
import type { Requirement } from './requirement'

type Asked = Pick<Application, 'clerkshipId' | 'requirementsAt' | 'isListed'>
const isAskedOf = ({ clerkshipId, requirementsAt, isListed }: Asked) =>
  isListed ? sql`false` : and(eq(requirements.clerkshipId, clerkshipId), inForce(requirementsAt))

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

/** What is handed in now; `file` left out keeps the one that is there. */
export type HandIn = { file?: NewFile; datedOn?: string | null; answers?: Record<string, string> | null }

/**
 * Hands in a document for a requirement, in place of the one before, whose row stays. Returns its id.
 * Throws 404 for an unknown requirement, 409 once the application is sent and the document is not asked for again.
 */
export async function handIn(me: Person, applicationId: string, key: string, handed: HandIn, now = programNow()) {
  const { file, ...it } = handed
  return write(async (tx) => {
    const [application, before] = await together([
      myApplication(tx, me, applicationId),
      currentDocument(tx, applicationId, key),
    ])
    const requirement = await requirementNow(tx, application, key)
    const mayChange = isOpenToStudent(application.status) || requirement.phase === 'to start'
    if (!mayChange && before?.status !== 'problem' && before?.status !== 'expired') throw conflict(sentSentence)
    if (application.status === 'withdrawn') throw conflict('You withdrew this application.')
    const fileId = file?.id ?? before?.fileId ?? null
    const of = { studentId: application.studentId, applicationId, requirementId: requirement.id, handedInAt: now }
    return replace(tx, me, { before, file, row: { ...of, ...it, fileId, status: 'received', isCurrent: true } })
  })
}

type NewDocument = typeof documents.$inferInsert & { handedInAt: Date }
type Replacing = { before?: Document; file?: NewFile; row: NewDocument }

async function replace(tx: Tx, me: Person, { before, file, row }: Replacing): Promise<string> {
  const id = newId()
  const told = { subjectKind: 'document', subjectId: id, step: 'hand in', to: 'received' }
  await tx.batch([
    tx
      .update(documents)
      .set({ isCurrent: false })
      .where(eq(documents.id, before?.id ?? '')),
    ...(file ? [addFile(tx, file)] : []),
    tx.insert(documents).values({ ...row, id }),
    ...eventStatements(tx, me, told, row.handedInAt),
  ])
  return id
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
