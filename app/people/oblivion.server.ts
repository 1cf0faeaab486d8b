import { lt, or } from 'drizzle-orm'
import { blankMessages } from '#app/mail/messages.server'
import { forgetTries } from '#app/workflow/tries.server'
import { write } from '#db/client'
import { codes, signIns } from '#db/schema/index'
import { CODE_MINUTES } from './code.server'
import { INVITATION_DAYS } from './invitation'
import { LONGEST } from './sign-in'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/**
 * Forgets what no longer opens anything: codes, old sign-ins and limits by the machine's clock, links in sent mail by
 * the program's, which says when it was sent.
 */
export async function forgetWhatRanOut(now: Date, programNow: Date): Promise<void> {
  const ago = (ms: number, from = now) => new Date(from.getTime() - ms)
  await write(async (tx) => {
    await tx.delete(codes).where(lt(codes.expiresAt, now))
    await tx.delete(signIns).where(or(lt(signIns.createdAt, ago(2 * LONGEST)), lt(signIns.endedAt, ago(LONGEST))))
    await forgetTries(tx, now)
    await blankMessages(tx, 'code', ago(CODE_MINUTES * MINUTE, programNow), 'The code of this message has run out.')
    await blankMessages(
      tx,
      'invitation',
      ago(INVITATION_DAYS * DAY, programNow),
      'The link of this message has run out.',
    )
  })
}
