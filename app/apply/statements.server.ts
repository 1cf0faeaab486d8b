import { eq } from 'drizzle-orm'
import { programNow } from '#app/workflow/clock.server'
import { record } from '#app/workflow/events.server'
import { write } from '#db/client'
import { applications } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { editableApplication } from './applications.server'

/** Keeps the statement of an application that is still the student's to change. */
export async function saveStatement(me: Person, id: string, statement: string, now: Date = programNow()) {
  await write(async (tx) => {
    const it = await editableApplication(tx, me, id)
    await tx.update(applications).set({ statement }).where(eq(applications.id, it.id))
    await record(tx, me, { subjectKind: 'application', subjectId: it.id, step: 'write statement' }, now)
  })
}
