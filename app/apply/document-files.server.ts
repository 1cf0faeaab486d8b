import { and, eq } from 'drizzle-orm'
import { may } from '#app/workflow/permissions'
import { notFound } from '#app/workflow/refusal'
import { read } from '#db/client'
import { applications, documents, files, requirements } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'

/**
 * The file of a requirement as it stands on an application, for whoever may read it: health papers the student and the
 * health reviewer only, a draft's the student only. 404 for all others.
 */
export async function findDocumentFile(me: Person, applicationId: string, key: string) {
  const [row] = await read
    .select({
      file: files,
      studentId: documents.studentId,
      isHealth: requirements.isHealth,
      name: requirements.name,
      status: applications.status,
    })
    .from(documents)
    .innerJoin(applications, eq(applications.id, documents.applicationId))
    .innerJoin(requirements, eq(requirements.id, documents.requirementId))
    .innerJoin(files, eq(files.id, documents.fileId))
    .where(and(eq(documents.applicationId, applicationId), eq(requirements.key, key), eq(documents.isCurrent, true)))
  if (!row || !may(me, 'document.read', row)) throw notFound()
  if (row.status === 'draft' && row.studentId !== me.personId) throw notFound()
  return row
}
