import { type Message, post } from '#app/mail/messages.server'
import { daysText, dayText, instantText } from '#app/ui/time'
import type { Tx } from '#db/client'
import type { PlacementRecord } from './records.server'
import { declinedText, placeText } from './standing'

type Kind =
  | 'offer'
  | 'enrolled'
  | 'accepted'
  | 'confirmed'
  | 'lapsed'
  | 'declined'
  | 'withdrawn'
  | 'cancelled'
  | 'moved'
  | 'reminder'
type Said = { subject: string; paragraphs: string[]; label?: string }
/** Where a place was before its block moved, and why it did. */
export type Moved = { was: string; reason: string }
type More = {
  /** How many documents the student has to hand in; 0 when just an agreement is missing. */
  missing?: number
  hasOtherWish?: boolean
  reason?: string
  isFollowed?: boolean
  moved?: Moved
  now: Date
  notBeforeAt?: Date
  key?: string
}
type Words = (it: PlacementRecord, more: More) => Said

const by = ({ placement }: PlacementRecord) => (placement.expiresAt ? instantText(placement.expiresAt) : '')
const block = (it: PlacementRecord) => `block ${it.block.name}`

/** What each message says; the subject never tells a grade or a reason. */
export const words: Record<Kind, Words> = {
  offer: (it) => ({
    subject: `Your offer: ${block(it)}. Reply by ${by(it)}`,
    paragraphs: [
      `We offer you ${placeText(it)}.`,
      `Reply by ${by(it)}. Without a reply the offer ends and the seat goes to the next student.`,
    ],
    label: 'Read and answer the offer',
  }),
  reminder: (it) => ({
    subject: `Your offer for ${block(it)} ends ${by(it)}`,
    paragraphs: [`We have no reply from you to our offer of ${placeText(it)}.`, `It ends ${by(it)}.`],
    label: 'Read and answer the offer',
  }),
  enrolled: (it) => ({
    subject: `Your place with us: ${block(it)}`,
    paragraphs: [`You have a place: ${placeText(it)}. Your school has told us that you come.`],
    label: 'See your place',
  }),
  accepted: (it, { missing = 0 }) => ({
    subject: `You accepted ${block(it)}`,
    paragraphs: [
      `You accepted ${placeText(it)}.`,
      missing === 0
        ? 'Your place is confirmed once an agreement with your school covers these days: we see to that.'
        : `Your place is confirmed once ${missing} ${missing === 1 ? 'document is' : 'documents are'} accepted${
            it.placement.papersDueOn ? `; due ${dayText(it.placement.papersDueOn, { weekday: true })}` : ''
          }.`,
    ],
    label: missing === 0 ? 'See your place' : 'See what is missing',
  }),
  confirmed: (it) => ({
    subject: `Your place in ${block(it)} is confirmed`,
    paragraphs: [`Your place is confirmed: ${placeText(it)}.`],
    label: 'See your place',
  }),
  lapsed: (it) => ({
    subject: `The offer for ${block(it)} has ended`,
    paragraphs: [
      `The offer for ${block(it)} ended ${by(it)} without a reply.`,
      'The seat goes to the next student. You can ask to join the waitlist.',
    ],
    label: 'Ask to join the waitlist',
  }),
  declined: (it, { hasOtherWish }) => ({
    subject: `You declined ${block(it)}`,
    paragraphs: [`You declined ${placeText(it)}. ${declinedText(hasOtherWish)}`],
    label: 'See your application',
  }),
  withdrawn: (it) => ({
    subject: `Your ${it.placement.status === 'offered' ? 'offer for' : 'place in'} ${block(it)} has ended`,
    paragraphs: [`You withdrew from ${placeText(it)}. Nothing is left to do.`],
  }),
  moved: (it, { moved }) => ({
    subject: it.placement.expiresAt
      ? `Block ${it.block.name} has moved. Reply by ${by(it)}`
      : `Block ${it.block.name} has moved`,
    paragraphs: [
      `We had to move your place. It was ${moved?.was}; now it is ${placeText(it)}.`,
      moved?.reason ?? '',
      it.placement.expiresAt
        ? `Reply by ${by(it)} whether you can come then. Without a reply the place ends and goes to the next student.`
        : '',
    ].filter(Boolean),
    label: it.placement.expiresAt ? 'Read the new dates and answer' : 'See your place',
  }),
  cancelled: (it, { reason, isFollowed }) => ({
    subject: `We had to cancel ${block(it)}`,
    paragraphs: [
      `We had to cancel your place: ${placeText(it)}.`,
      reason ?? '',
      isFollowed
        ? 'We offer you other dates instead: a second message says which.'
        : 'You can be placed again: we look for other dates. A fee that you paid comes back.',
    ].filter(Boolean),
    label: 'See your application',
  }),
}

/** Tells the student, in the transaction of what it tells. */
export async function tellStudent(tx: Tx, kind: Kind, it: PlacementRecord, more: More): Promise<void> {
  if (!it.email) return
  const { label, ...said } = words[kind](it, more)
  const { id } = it.placement
  const message: Message = {
    ...said,
    kind: `placement.${kind}`,
    key: `placement.${kind}:${id}:${more.key ?? more.now.getTime()}`,
    to: it.email,
    link: label ? { label, path: `/placements/${id}` } : undefined,
    about: { kind: 'placement', id },
    notBeforeAt: more.notBeforeAt,
  }
  await post(tx, message, more.now)
}

/** Tells the home school that its student no longer comes: of a place that they had. */
export async function tellSchool(tx: Tx, it: PlacementRecord, now: Date): Promise<void> {
  if (!it.profile?.registrarEmail) return
  const days = daysText(it.block.firstOn, it.block.lastOn, { year: true })
  await post(
    tx,
    {
      kind: 'placement.school-told',
      key: `placement.school-told:${it.placement.id}`,
      to: it.profile.registrarEmail,
      subject: `${it.student.name} no longer rotates with us ${days}`,
      paragraphs: [`${it.student.name} has given up the ${it.clerkship.name} of ${days} with us.`],
      about: { kind: 'placement', id: it.placement.id },
    },
    now,
  )
}
