import { post } from '#app/mail/messages.server'
import { dayText } from '#app/ui/time'
import type { Tx } from '#db/client'
import type { BlockChange } from './block-change'
import type { Wisher } from './block-rows.server'

/** Tells who asked for a block, and has no place in it, what has become of it: once a plan. */
export async function tellWisher(tx: Tx, to: Wisher, planId: string, change: BlockChange, now: Date) {
  const { name, to: firstOn, reason } = change
  if (!to.email) return
  const message = {
    key: `block.changed:${planId}:${to.applicationId}`,
    kind: 'block.changed',
    to: to.email,
    subject: firstOn
      ? `Block ${name}, which you asked for, has moved`
      : `Block ${name}, which you asked for, is cancelled`,
    paragraphs: [
      firstOn
        ? `Block ${name} now begins ${dayText(firstOn, { weekday: true, year: true })}. Your wish for it stands.`
        : `Nobody rotates in block ${name}. Your other wishes stand.`,
      reason,
      firstOn ? `If you cannot come then, tell us: ${to.contact}.` : `Questions: ${to.contact}.`,
    ],
    link: { label: 'See your application', path: `/applications/${to.applicationId}` },
    about: { kind: 'application', id: to.applicationId },
  }
  await post(tx, message, now)
}
