import { and, eq, gte, lt } from 'drizzle-orm'
import { post } from '#app/mail/messages.server'
import { daysText } from '#app/ui/time'
import { addDays, dayAt } from '#app/workflow/day.server'
import { type Tx, together } from '#db/client'
import { addresses, pairings, people, placements } from '#db/schema/index'
import type { Actor } from '#db/schema/people/actors'

/**
 * What follows a place that was given up or cancelled: whoever was to work with the student from today on is free
 * again, and told so where they knew. Days before today stay as they were.
 */
export async function freeSupervisors(tx: Tx, placementId: string, _: Actor, now: Date): Promise<void> {
  const today = dayAt(now)
  const ahead = and(eq(pairings.placementId, placementId), gte(pairings.lastOn, today))
  const [freed, [student]] = await tx.batch([
    tx
      .select({ pairing: pairings, email: addresses.email })
      .from(pairings)
      .leftJoin(addresses, and(eq(addresses.personId, pairings.supervisorId), eq(addresses.isPrimary, true)))
      .where(ahead)
      .orderBy(pairings.firstOn),
    nameOf(tx, placementId),
    tx.delete(pairings).where(and(ahead, gte(pairings.firstOn, today))),
    tx
      .update(pairings)
      .set({ lastOn: addDays(today, -1) })
      .where(and(ahead, lt(pairings.firstOn, today))),
  ])
  const told = freed.filter(({ email, pairing }) => email && pairing.status === 'published')
  await together(told.map(({ pairing, email }) => tell(tx, pairing, { email: email!, student: student.name }, now)))
}

const nameOf = (tx: Tx, placementId: string) =>
  tx
    .select({ name: people.name })
    .from(placements)
    .innerJoin(people, eq(people.id, placements.studentId))
    .where(eq(placements.id, placementId))

type To = { email: string; student: string }

function tell(tx: Tx, { id, firstOn, lastOn }: typeof pairings.$inferSelect, { email, student }: To, now: Date) {
  const [from] = [firstOn, dayAt(now)].sort().reverse()
  const message = {
    key: `pairing.freed:${id}`,
    kind: 'pairing.freed',
    to: email,
    subject: `${student} does not work with you ${daysText(from, lastOn)}`,
    paragraphs: [`${student} no longer has a place with us, so you work without a student ${daysText(from, lastOn)}.`],
    link: { label: 'See who works with you', path: '/today' },
    about: { kind: 'pairing', id },
  }
  return post(tx, message, now)
}
