import { and, eq, min, sql } from 'drizzle-orm'
import { post, withdrawMessages } from '#app/mail/messages.server'
import { type Requirement, requirementLabels, requirementWords } from '#app/program/requirement'
import { KIND, versionsOf } from '#app/program/requirement-record.server'
import { changeText, differences } from '#app/workflow/change'
import { dayAt } from '#app/workflow/day.server'
import { openDrafts } from '#db/claims'
import { type Tx, together } from '#db/client'
import { messages } from '#db/schema/index'
import type { Actor } from '#db/schema/people/actors'
import { type Student, studentAddress } from './messages.server'

type Words = { subject: string; paragraphs: string[] }

/**
 * Tells whoever has not sent yet what is asked of them now: once a change, ten minutes later. A change before that
 * takes its words back, so that an undone one says nothing and one that was changed again is told once.
 */
export async function tellDrafts(tx: Tx, id: string, _: Actor, now: Date): Promise<void> {
  const [slug, key] = id.split('/')
  const [rows, drafts, [{ since }]] = await together([
    versionsOf(tx, slug, key),
    openDrafts(tx, sql`(select id from clerkships where slug = ${slug})`, dayAt(now)),
    tx
      .select({ since: min(messages.createdAt) })
      .from(messages)
      .where(untold(id)),
  ])
  const versions = rows.map(({ requirement }) => requirement)
  const words = wordsFor(knownAt(versions, since ?? now), versions.find(isInForce))
  await withdrawMessages(tx, { kind: KIND, id })
  if (!words) return
  const students = await together(drafts.map(({ studentId }) => studentAddress(tx, studentId)))
  await together(students.map((to, at) => to && postChange(tx, to, drafts[at].id, { id, ...words }, now)))
}

const untold = (id: string) =>
  and(eq(messages.status, 'waiting'), eq(messages.subjectKind, KIND), eq(messages.subjectId, id))

const isInForce = ({ retiredAt }: Requirement) => retiredAt === null
/** What was asked just before this instant: the last that students know of. */
const knownAt = (versions: Requirement[], at: Date) =>
  versions.find(({ fromAt, retiredAt }) => (!fromAt || fromAt < at) && (!retiredAt || retiredAt >= at))

/** What differs for a student, in words; undefined when nothing does. */
function wordsFor(before: Requirement | undefined, after: Requirement | undefined): Words | undefined {
  if (!before && !after) return undefined
  if (!after) return { subject: `No longer needed: ${before!.name}`, paragraphs: ['You have nothing to do for it.'] }
  if (!before)
    return {
      subject: `Also needed now: ${after.name}`,
      paragraphs: [sentence(after.task), ...(after.hint ? [after.hint] : [])],
    }
  const changes = differences(requirementLabels, requirementWords(before), requirementWords(after))
  if (changes.length === 0) return undefined
  return { subject: `Changed for your application: ${after.name}`, paragraphs: changes.map(changeText).map(sentence) }
}

const sentence = (words: string) => (/[.!?]$/.test(words) ? words : `${words}.`)

type Told = Words & { id: string }

function postChange(tx: Tx, to: Student, applicationId: string, { id, subject, paragraphs }: Told, now: Date) {
  return post(
    tx,
    {
      key: `requirement.changed:${id}:${applicationId}:${now.getTime()}`,
      kind: 'requirement.changed',
      to: to.email,
      subject,
      paragraphs: [
        `${to.name}, your application is not sent yet, and what we ask for has changed.`,
        ...paragraphs,
        `Questions: ${to.contact}.`,
      ],
      link: { label: 'Open your application', path: `/applications/${applicationId}` },
      about: { kind: KIND, id },
      notBeforeAt: new Date(now.getTime() + to.undoMinutes * 60_000),
    },
    now,
  )
}
