import { and, eq, gt, isNull } from 'drizzle-orm'
import { conflict, notFound } from '#app/workflow/refusal'
import { read, type Tx } from '#db/client'
import { links } from '#db/schema/index'
import type { Actor } from '#db/schema/people/actors'
import { hashOf, newToken } from './token.server'

export type Link = typeof links.$inferSelect
type NewLink = Pick<Link, 'purpose' | 'subjectId' | 'email' | 'expiresAt'>

/** A link for somebody without an account, with its token, which is stored nowhere; `keepLink` makes it count. */
export const newLink = (link: NewLink) => ({ ...link, token: newToken() })

/** Keeps a link, in place of earlier ones for the same thing. */
export async function keepLink(tx: Tx, { token, ...link }: NewLink & { token: string }, now: Date): Promise<void> {
  const row = { ...link, tokenHash: hashOf(token), createdAt: now }
  await tx.batch([revocation(tx, link.purpose, link.subjectId, now), tx.insert(links).values(row)])
}

const revocation = (tx: Tx, purpose: string, subjectId: string, now: Date) =>
  tx
    .update(links)
    .set({ revokedAt: now })
    .where(and(eq(links.purpose, purpose), eq(links.subjectId, subjectId), isNull(links.revokedAt)))

/** Links of this thing open nothing any more. */
export async function revokeLinks(tx: Tx, purpose: string, subjectId: string, now: Date): Promise<void> {
  await revocation(tx, purpose, subjectId, now)
}

/** The link of this token, used or not. Throws 404 for an unknown, expired or revoked one. */
export async function findLink(token: string, purpose: string, now: Date): Promise<Link> {
  const [link] = await read
    .select()
    .from(links)
    .where(
      and(
        eq(links.tokenHash, hashOf(token)),
        eq(links.purpose, purpose),
        isNull(links.revokedAt),
        gt(links.expiresAt, now),
      ),
    )
  if (!link) throw notFound('This link is not known, or it has expired. Ask the person who sent it for a new one.')
  return link
}

/** Takes the link for the one act it allows. Throws 409 when it has been taken, or taken back, before. */
export async function useLink(tx: Tx, link: Link, now: Date): Promise<void> {
  const [taken] = await tx
    .update(links)
    .set({ usedAt: now })
    .where(and(eq(links.id, link.id), isNull(links.usedAt), isNull(links.revokedAt)))
    .returning({ id: links.id })
  if (!taken) throw conflict('This link has been used before. What was answered stands.')
}

/** Who acts through this link, with the name they gave. */
export const linkActor = (link: Link, name: string): Actor => ({
  kind: 'link',
  linkId: link.id,
  purpose: link.purpose,
  subjectId: link.subjectId,
  name,
})
