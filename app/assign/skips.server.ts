import { and, eq } from 'drizzle-orm'
import { post } from '#app/mail/messages.server'
import { daysText } from '#app/ui/time'
import { record } from '#app/workflow/events.server'
import { type Tx, together } from '#db/client'
import { addresses, applications, waitlistPlaces } from '#db/schema/index'
import type { Actor } from '#db/schema/people/actors'
import type { Opening } from './arrangement'

/** Somebody whose turn it was and who could not have the seat, with the rule's sentence. */
export type Skip = {
  place: { openingId: string; applicationId: string }
  name: string
  opening: Opening
  says: string
}

/** Keeps why somebody was passed over, tells them once, and forgets what no longer stands in the way. */
export async function noteSkips(
  tx: Tx,
  me: Actor,
  { skips, met }: { skips: Skip[]; met: Skip['place'][] },
  now: Date,
): Promise<void> {
  await together([...skips.map((it) => noteSkip(tx, me, it, now)), ...met.map((place) => forget(tx, place))])
}

async function noteSkip(tx: Tx, me: Actor, it: Skip, now: Date): Promise<void> {
  const set = { skippedFor: it.says, skippedAt: now }
  const happened = { subjectKind: 'waitlist', subjectId: it.place.openingId, step: 'skip' }
  await together([
    tx
      .insert(waitlistPlaces)
      .values({ ...it.place, ...set })
      .onConflictDoUpdate({ target: [waitlistPlaces.openingId, waitlistPlaces.applicationId], set }),
    record(tx, me, { ...happened, note: `${it.name}: ${it.says}` }, now),
    tellSkipped(tx, it, now),
  ])
}

const forget = (tx: Tx, { openingId, applicationId }: Skip['place']) =>
  tx
    .update(waitlistPlaces)
    .set({ skippedFor: null, skippedAt: null })
    .where(and(eq(waitlistPlaces.openingId, openingId), eq(waitlistPlaces.applicationId, applicationId)))

async function tellSkipped(tx: Tx, { place, opening, says }: Skip, now: Date): Promise<void> {
  const [to] = await tx
    .select({ email: addresses.email })
    .from(addresses)
    .innerJoin(applications, eq(applications.studentId, addresses.personId))
    .where(and(eq(applications.id, place.applicationId), eq(addresses.isPrimary, true)))
  if (!to) return
  const { block, service } = opening
  const days = daysText(block.first, block.last)
  const message = {
    kind: 'waitlist.skipped',
    key: `waitlist.skipped:${place.openingId}:${place.applicationId}:${says}`,
    to: to.email,
    subject: `A seat in block ${block.name} is free, and you could not be offered it`,
    paragraphs: [
      `A seat in block ${block.name}, ${days}, on ${service.name} is free and it was your turn.`,
      `We could not offer it to you: ${says}.`,
      'You stay on the waitlist.',
    ],
    link: { label: 'See your application', path: `/applications/${place.applicationId}` },
    about: { kind: 'application', id: place.applicationId },
  }
  await post(tx, message, now)
}
