import type { Tone } from '#app/ui/tag'
import type { Workflow } from '#app/workflow/workflow'
import type { confirmations } from '#db/schema/index'

export type Confirmation = typeof confirmations.$inferSelect
export type ConfirmationStatus = Confirmation['status']

/** The home school's word: asking inserts the row; the answer comes by link. */
export const confirmationWorkflow = {
  confirm: { from: ['asked'], to: 'confirmed', by: 'confirmation.answer' },
  decline: { from: ['asked'], to: 'declined', by: 'confirmation.answer' },
  expire: { from: ['asked'], to: 'expired', by: 'confirmation.manage' },
  revoke: { from: ['asked', 'confirmed'], to: 'revoked', by: 'confirmation.manage' },
  'ask again': { from: ['asked', 'declined', 'expired', 'revoked'], to: 'asked', by: 'confirmation.manage' },
} as const satisfies Workflow<ConfirmationStatus>

export const confirmationTags: Record<ConfirmationStatus, { label: string; tone: Tone }> = {
  asked: { label: 'Waiting for the school', tone: 'info' },
  confirmed: { label: 'Confirmed', tone: 'ok' },
  declined: { label: 'Declined', tone: 'bad' },
  expired: { label: 'No answer', tone: 'warn' },
  revoked: { label: 'Taken back', tone: 'neutral' },
}

/** What the school says yes to, in the words it signs. */
export const schoolQuestions = {
  standing: 'In good standing, and may take this rotation for credit',
  year: 'In the year of study that the dates below show',
  cover: 'Covered by malpractice insurance of at least $1M/$3M during the rotation',
} as const
