/** Days in which an invitation may be accepted. */
export const INVITATION_DAYS = 7

type Times = { expiresAt: Date; acceptedAt: Date | null; revokedAt: Date | null }
export type InvitationState = 'open' | 'expired' | 'accepted' | 'revoked'

/** How an invitation stands at this instant of the program's clock. */
export function stateOf({ expiresAt, acceptedAt, revokedAt }: Times, now: Date): InvitationState {
  if (acceptedAt) return 'accepted'
  if (revokedAt) return 'revoked'
  return expiresAt > now ? 'open' : 'expired'
}

/** What a coordinator reads of it. */
export const invitationTags = {
  open: { tone: 'info', label: 'Sent' },
  expired: { tone: 'warn', label: 'Expired' },
  accepted: { tone: 'ok', label: 'Accepted' },
  revoked: { tone: 'neutral', label: 'Revoked' },
} as const

/** What the invited person reads when the link no longer works. */
export const closedText: Record<Exclude<InvitationState, 'open'>, string> = {
  expired: 'This invitation has run out. Ask the coordinator to send it again.',
  accepted: 'This invitation was accepted. Sign in with your e-mail address.',
  revoked: 'This invitation was taken back. Write to the coordinator if you think that is a mistake.',
}
