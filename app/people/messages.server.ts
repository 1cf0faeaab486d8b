import { post } from '#app/mail/messages.server'
import { instantText } from '#app/ui/time'
import type { Tx } from '#db/client'
import type { Role } from '#db/schema/people/actors'
import { CODE_MINUTES } from './code.server'
import { roleNames } from './role'
import { hashOf } from './token.server'

type Code = { id: string; email: string; page: string; code: string }

/** The code stands in the text only: a subject is seen on a locked phone and in lists of messages. */
export async function postCode(tx: Tx, { id, email, page, code }: Code, now: Date): Promise<void> {
  const message = {
    key: `code:${id}`,
    kind: 'code',
    to: email,
    subject: 'Your code for IR rotations',
    paragraphs: [
      `Your code is ${code}. It counts once, for ${CODE_MINUTES} minutes.`,
      'If you did not ask for it, do nothing: nobody gets in without it.',
      'Type it on the page where you asked for it, or open that page here with the code filled in:',
    ],
    link: { label: 'Open the page', path: `${page}&code=${code}` },
  }
  await post(tx, message, now)
}

type Invitation = { name: string; email: string; role: Role; by: string; token: string; expiresAt: Date }

export async function postInvitation(tx: Tx, invitation: Invitation, now: Date): Promise<void> {
  const { name, email, role, by, token, expiresAt } = invitation
  const message = {
    key: `invitation:${hashOf(token)}`,
    kind: 'invitation',
    to: email,
    subject: `${by} invites you to IR rotations`,
    paragraphs: [
      `Dear ${name},`,
      `${by} invites you to the rotations portal as ${roleNames[role].toLowerCase()}.`,
      'There is no password: later you sign in with a code that we send to this address.',
      `The invitation counts once, until ${instantText(expiresAt)}.`,
    ],
    link: { label: 'Open the invitation', path: `/invitations/${token}` },
  }
  await post(tx, message, now)
}
