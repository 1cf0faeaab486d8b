import { and, eq, gt, lt, sql } from 'drizzle-orm'
import { programNow } from '#app/workflow/clock.server'
import { countTries } from '#app/workflow/tries.server'
import { type Tx, together, write } from '#db/client'
import { newId } from '#db/schema/columns'
import { codes } from '#db/schema/index'
import { codeExpiry, codeHash, MOST_TRIES, newCode } from './code.server'
import { postCode } from './messages.server'

const A_MOST = 5
const FROM_MOST = 30

/** `page` takes the code, `next` is where signing in leads, `from` is the sender's address. */
type Asked = { email: string; page: string; next?: string; from: string }

/**
 * Sends this address a code, whoever it belongs to: a known and an unknown one go the same way, so that nobody
 * learns which is which. A code sent before stops counting. Throws 429 beyond 5 an hour an address, 30 a sender.
 */
export async function askForCode({ email, page, next, from }: Asked, now = new Date()): Promise<void> {
  const code = newCode()
  const fresh = { id: newId(), codeHash: codeHash(email, code), next, tries: 0, expiresAt: codeExpiry(now) }
  const tries = [
    { kind: 'code to', key: email, most: A_MOST },
    { kind: 'code from', key: from, most: FROM_MOST },
  ]
  const sentence = (wait: string) => `Too many codes were asked for. Ask for the next one in ${wait}.`
  await write(async (tx) => {
    await countTries(tx, tries, sentence, now)
    await together([
      tx
        .insert(codes)
        .values({ email, ...fresh })
        .onConflictDoUpdate({ target: codes.email, set: fresh }),
      postCode(tx, { id: fresh.id, email, page, code }, programNow()),
    ])
  })
}

export type Used = { next: string | null } | { problem: string }

/** Uses a code up in `tx`: of two who send it at once, one is told that it was used. A wrong one counts as a try. */
export async function useCode(tx: Tx, email: string, code: string, now: Date): Promise<Used> {
  const open = and(eq(codes.email, email), gt(codes.expiresAt, now), lt(codes.tries, MOST_TRIES))
  const [used] = await tx
    .delete(codes)
    .where(and(open, eq(codes.codeHash, codeHash(email, code))))
    .returning({ next: codes.next })
  if (used) return used
  const [tried] = await tx
    .update(codes)
    .set({ tries: sql`${codes.tries} + 1` })
    .where(open)
    .returning({ tries: codes.tries })
  return { problem: tried && tried.tries < MOST_TRIES ? wrong(MOST_TRIES - tried.tries) : usedUp }
}

const wrong = (left: number) =>
  `The code is not right. Check the e-mail: you have ${left} ${left === 1 ? 'try' : 'tries'} left`
const usedUp = 'This code no longer counts. Ask for a new one below'
