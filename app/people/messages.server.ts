import { post } from '#app/mail/messages.server'
import type { Tx } from '#db/client'
import { CODE_MINUTES } from './code.server'

type Code = { id: string; email: string; code: string }

/** The code stands in the text only: a subject is seen on a locked phone and in lists of messages. */
export async function postCode(tx: Tx, { id, email, code }: Code, now: Date): Promise<void> {
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
    link: { label: 'Sign in', path: `/sign-in/code?${new URLSearchParams({ email, code })}` },
  }
  await post(tx, message, now)
}
