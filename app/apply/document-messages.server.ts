import { post } from '#app/mail/messages.server'
import type { Tx } from '#db/client'
import type { Document } from './document'
import type { Student } from './messages.server'

/** Tells the student what is wrong with a document, once the check can no longer be undone. */
export async function postProblem(
  tx: Tx,
  student: Student,
  it: Document,
  { name, problem }: { name: string; problem: string },
  now: Date,
) {
  await post(
    tx,
    {
      key: `document.problem:${it.id}:${now.getTime()}`,
      kind: 'document.problem',
      to: student.email,
      subject: `There is a problem with a document: ${name}`,
      paragraphs: [`${student.name}, there is a problem with your document “${name}”. ${problem}`],
      link: { label: 'Open your application', path: `/applications/${it.applicationId}` },
      about: { kind: 'document', id: it.id },
      notBeforeAt: new Date(now.getTime() + student.undoMinutes * 60_000),
    },
    now,
  )
}
