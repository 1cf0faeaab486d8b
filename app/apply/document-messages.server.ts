import { post } from '#app/mail/messages.server'
import type { Tx } from '#db/client'
import { program } from '#db/schema/index'
import type { Document } from './document'
import { studentAddress } from './messages.server'

/** Tells the student what is wrong with a document, once the check can no longer be undone. */
export async function postProblem(
  tx: Tx,
  it: Document,
  { name, problem }: { name: string; problem: string },
  now: Date,
) {
  const student = await studentAddress(tx, it.studentId)
  if (!student) return
  const [{ minutes }] = await tx.select({ minutes: program.undoMinutes }).from(program)
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
      notBeforeAt: new Date(now.getTime() + minutes * 60_000),
    },
    now,
  )
}
