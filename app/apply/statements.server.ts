import { eq } from 'drizzle-orm'
import { programNow } from '#app/workflow/clock.server'
import { draftOf, dropDraft } from '#app/workflow/drafts.server'
import { record } from '#app/workflow/events.server'
import { conflict } from '#app/workflow/refusal'
import { readAll, together, write } from '#db/client'
import { applications } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { isOpenToStudent } from './application'
import { editableApplication } from './applications.server'
import { requirementsOf } from './documents.server'
import { typedBefore } from './later.server'
import { readHead } from './records.server'

const pathOf = (id: string) => `/applications/${id}/statement`

/** My statement, or the draft of it, and the most words it may have. Throws 409 once the application is sent. */
export async function readStatement(me: Person, id: string) {
  const { application } = await readHead(me, id)
  if (!isOpenToStudent(application.status)) throw conflict('Your statement has been sent with your application.')
  const [[draft], asked] = await readAll(draftOf(me, pathOf(id)), requirementsOf(application))
  const rule = asked.map((row) => row.rule).find((it) => it.kind === 'statement')
  const typed = typedBefore({ statement: application.statement ?? '' }, draft)
  return { id, typed, keptAt: draft?.at ?? null, most: rule?.kind === 'statement' ? rule.words : 300 }
}

/** Keeps the statement of an application that is still the student's to change. */
export async function saveStatement(me: Person, id: string, statement: string, now: Date = programNow()) {
  await write(async (tx) => {
    const it = await editableApplication(tx, me, id)
    await together([
      tx.update(applications).set({ statement }).where(eq(applications.id, it.id)),
      dropDraft(tx, me, pathOf(id)),
      record(tx, me, { subjectKind: 'application', subjectId: it.id, step: 'write statement' }, now),
    ])
  })
}
