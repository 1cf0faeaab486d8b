import { and, eq, ne } from 'drizzle-orm'
import { z } from 'zod'
import { post } from '#app/mail/messages.server'
import { programNow } from '#app/workflow/clock.server'
import { record } from '#app/workflow/events.server'
import { insist, may } from '#app/workflow/permissions'
import { notFound } from '#app/workflow/refusal'
import { read, type Tx, together, write } from '#db/client'
import { evaluations, people, placements, professionalismConcerns } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { concernRaised } from './messages.server'
import { recipientsWith } from './recipients.server'

export const concernSchema = z.strictObject({
  text: z.string({ error: 'Say what happened' }).trim().min(1, 'Say what happened').max(5000),
})

/** A concern about a student's conduct, from whoever was asked to evaluate; it reaches the clerkship director only. */
export function raiseConcern(me: Person, evaluationId: string, text: string, now = programNow()): Promise<void> {
  return write(async (tx) => {
    const it = await mine(tx, me, evaluationId)
    insist(me, 'evaluation.write', it)
    const row = { placementId: it.placementId, authorId: me.personId, text, at: now }
    const [[raised], directors] = await together([
      tx.insert(professionalismConcerns).values(row).onConflictDoNothing().returning(),
      recipientsWith(tx, 'clerkship-director'),
    ])
    if (!raised) return
    const { id } = raised
    const told = directors.filter((to) => to.id !== it.subjectId)
    await together([
      record(tx, me, { subjectKind: 'professionalism concern', subjectId: id, step: 'raise' }, now),
      ...told.map((to) => post(tx, concernRaised(to, id, it.placementId), now)),
    ])
  })
}

async function mine(tx: Tx, me: Person, evaluationId: string) {
  const { placementId, authorId, subjectId } = evaluations
  const [it] = await tx
    .select({ placementId, authorId, subjectId })
    .from(evaluations)
    .where(and(eq(evaluations.id, evaluationId), eq(evaluations.authorId, me.personId)))
  if (!it) throw notFound()
  return it
}

/** The concerns about one placement for whoever may read them, oldest first, as a query; nobody else gets a row. */
export const concernsAbout = (me: Person, placementId: string) =>
  read
    .select({
      id: professionalismConcerns.id,
      text: professionalismConcerns.text,
      author: people.name,
      at: professionalismConcerns.at,
    })
    .from(professionalismConcerns)
    .innerJoin(people, eq(people.id, professionalismConcerns.authorId))
    .innerJoin(placements, eq(placements.id, professionalismConcerns.placementId))
    .where(
      and(
        eq(professionalismConcerns.placementId, may(me, 'concern.read') ? placementId : ''),
        ne(placements.studentId, me.personId),
      ),
    )
    .orderBy(professionalismConcerns.at)
