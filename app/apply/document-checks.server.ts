import { and, eq } from 'drizzle-orm'
import { withdrawMessages } from '#app/mail/messages.server'
import { programNow } from '#app/workflow/clock.server'
import { move } from '#app/workflow/move.server'
import { insist } from '#app/workflow/permissions'
import { conflict, notFound } from '#app/workflow/refusal'
import { type Tx, together, write } from '#db/client'
import { documents, requirements } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { type DocumentStep, documentWorkflow } from './document'
import { postProblem } from './document-messages.server'
import { studentOf } from './messages.server'

/** A current document with what its requirement says; 404 when it has been replaced meanwhile. */
async function currentDocument(tx: Tx, applicationId: string, documentId: string) {
  const [row] = await tx
    .select({ document: documents, name: requirements.name, isHealth: requirements.isHealth })
    .from(documents)
    .innerJoin(requirements, eq(requirements.id, documents.requirementId))
    .where(and(eq(documents.id, documentId), eq(documents.applicationId, applicationId), eq(documents.isCurrent, true)))
  if (!row) throw notFound('The student has handed in a newer one meanwhile.')
  return row
}

type Check = { applicationId: string; documentId: string }

/** Accepts a document; what the last accepted paper confirms stands in follows. */
export const acceptDocument = (me: Person, it: Check, now = programNow()) => check(me, it, 'accept', null, now)

/** Says what is wrong, in the words that the student reads. */
export const refuseDocument = (me: Person, it: Check & { problem: string }, now = programNow()) =>
  check(me, it, 'refuse', it.problem, now)

/** Back to unchecked; a message that has not gone out is taken back. */
export const uncheckDocument = (me: Person, it: Check, now = programNow()) => check(me, it, 'uncheck', null, now)

function check(me: Person, it: Check, step: DocumentStep, problem: string | null, now: Date): Promise<void> {
  return write(async (tx) => {
    const [{ document, name, isHealth }, student] = await together([
      currentDocument(tx, it.applicationId, it.documentId),
      studentOf(tx, it.applicationId),
    ])
    insist(me, 'document.check', { isHealth })
    if (problem === '') throw conflict('Say what is wrong, in the words the student reads. Go back: nothing was lost.')
    const set = { problem, checkedAt: step === 'uncheck' ? null : now, checkedById: me.personId }
    const moving = {
      table: documents,
      kind: 'document',
      workflow: documentWorkflow,
      step,
      it: { ...document, isHealth },
    }
    await together([
      move(tx, me, { ...moving, set, tooLate: `This document is ${document.status} already.` }, now),
      step === 'refuse' && student && postProblem(tx, student, document, { name, problem: problem ?? '' }, now),
      step === 'uncheck' && withdrawMessages(tx, { kind: 'document', id: document.id }),
    ])
  })
}
