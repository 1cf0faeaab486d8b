import { eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { post } from '#app/mail/messages.server'
import { programNow } from '#app/workflow/clock.server'
import { addDays, dayAt } from '#app/workflow/day.server'
import { insist } from '#app/workflow/permissions'
import { read, type Tx, together, write } from '#db/client'
import { blocks, evaluations, openings, people, placements } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { openStatuses } from './evaluation'
import { evaluationsLate, evaluationsOwed } from './messages.server'
import { type Recipient, recipients, recipientsWith } from './recipients.server'

/** Days after the due day on which the author is reminded; days after the rotation when the director is told. */
const RUNGS = [0, 7, 14]
const DIRECTOR_AFTER_DAYS = 28

const authors = alias(people, 'authors')

const openForms = (from: Pick<Tx, 'select'>) =>
  from
    .select({
      id: evaluations.id,
      authorId: evaluations.authorId,
      subjectId: evaluations.subjectId,
      author: authors.name,
      student: people.name,
      dueOn: evaluations.dueOn,
      remindedOn: evaluations.remindedOn,
      escalatedOn: evaluations.escalatedOn,
      lastOn: blocks.lastOn,
    })
    .from(evaluations)
    .innerJoin(people, eq(people.id, evaluations.subjectId))
    .innerJoin(authors, eq(authors.id, evaluations.authorId))
    .innerJoin(placements, eq(placements.id, evaluations.placementId))
    .innerJoin(openings, eq(openings.id, placements.openingId))
    .innerJoin(blocks, eq(blocks.id, openings.blockId))
    .where(inArray(evaluations.status, [...openStatuses]))
    .orderBy(evaluations.dueOn)

type Form = Awaited<ReturnType<typeof openForms>>[number]

/** A rung was reached since the author last heard of this form. */
export const isOnRung = ({ dueOn, remindedOn }: Pick<Form, 'dueOn' | 'remindedOn'>, today: string) =>
  RUNGS.map((days) => addDays(dueOn, days)).some((rung) => rung <= today && rung > (remindedOn ?? ''))

/** Climbs the ladder: one message an evaluator with all that is owed, one to the clerkship director. Twice is once. */
export function remindEvaluators(now = programNow()): Promise<void> {
  return write(async (tx) => {
    const today = dayAt(now)
    const forms = await openForms(tx)
    const due = new Set(forms.filter((form) => isOnRung(form, today)).map(({ authorId }) => authorId))
    await remind(tx, forms, [...due], now)
    await escalate(tx, forms, now)
  })
}

/** A coordinator's or director's own reminder to these evaluators, at most one a day each; returns how many go out. */
export function remindNow(me: Person, authorIds: string[], now = programNow()): Promise<number> {
  insist(me, 'evaluation.remind')
  return write(async (tx) => remind(tx, await openForms(tx), authorIds, now))
}

async function remind(tx: Tx, forms: Form[], authorIds: string[], now: Date): Promise<number> {
  const today = dayAt(now)
  const begun = forms.filter(({ authorId }) => authorIds.includes(authorId))
  const told = await recipients(
    tx,
    begun.map(({ authorId }) => authorId),
  )
  const [, ...sent] = await together([
    note(tx, begun, { remindedOn: today }),
    ...told.map((to) => post(tx, evaluationsOwed(to, mineOf(begun, to), today), now)),
  ])
  return sent.filter(Boolean).length
}

const mineOf = (forms: Form[], { id }: Recipient) => forms.filter(({ authorId }) => authorId === id)

async function escalate(tx: Tx, forms: Form[], now: Date) {
  const today = dayAt(now)
  const late = forms.filter((form) => isLate(form, today))
  if (late.length === 0) return
  for (const to of await recipientsWith(tx, 'clerkship-director')) {
    const others = late.filter(({ subjectId }) => subjectId !== to.id)
    if (others.length) await post(tx, evaluationsLate(to, others, today), now)
  }
  await note(tx, late, { escalatedOn: today })
}

async function note(tx: Tx, forms: Form[], set: { remindedOn: string } | { escalatedOn: string }) {
  const ids = forms.map(({ id }) => id)
  if (ids.length) await tx.update(evaluations).set(set).where(inArray(evaluations.id, ids))
}

/** Whether a rung was reached: spares an idle portal from writing. */
export async function isReminderDue(now: Date): Promise<boolean> {
  const today = dayAt(now)
  return (await openForms(read)).some((form) => isOnRung(form, today) || isLate(form, today))
}

const isLate = ({ escalatedOn, lastOn }: Form, today: string) =>
  !escalatedOn && addDays(lastOn, DIRECTOR_AFTER_DAYS) <= today
