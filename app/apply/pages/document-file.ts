import type { LoaderFunctionArgs } from '@remix-run/node'
import { findDocumentFile } from '#app/apply/document-files.server'
import { answerFile } from '#app/files/file-response.server'
import { requirePerson } from '#app/people/who.server'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const me = await requirePerson(context)
  const { file, studentId, name } = await findDocumentFile(me, params.applicationId!, params.requirement!)
  context.disclose(studentId, `document: ${name}`)
  return answerFile(request, file)
}
