import { post } from '#app/mail/messages.server'
import { programNow } from '#app/workflow/clock.server'
import { addDays, daysFrom } from '#app/workflow/day.server'
import { actorOf } from '#app/workflow/events.server'
import { insist } from '#app/workflow/permissions'
import { read, type Tx, write } from '#db/client'
import { evaluations, events } from '#db/schema/index'
import type { Actor } from '#db/schema/people/actors'
import { type AskingFacts, askingFacts, type Placed } from './asking-facts.server'
import { daysTogether } from './days-together.server'
import { evaluationsAsked } from './messages.server'
import type { Questionnaire } from './questionnaire'
import { recipients } from './recipients.server'

type Slug = Questionnaire['slug']
type Asking = { placed: Placed; authorId: string; slug: Slug; dueOn: string }

const byItself: Actor = { kind: 'job', name: 'Evaluations follow the pairing' }

/**
 * Asks whoever worked with a student for enough days, once their last day together has come; the attending of record
 * on the placement's last day, and for the midpoint from its first. Asks nothing twice. Returns how many were asked.
 */
export async function askEvaluations(tx: Tx, now: Date, me: Actor = byItself): Promise<number> {
  insist(me, 'evaluation.ask')
  const facts = await askingFacts(tx, now)
  const rows = facts.placed.flatMap((placed) => asksAbout(facts, placed)).flatMap((asking) => rowOf(facts, asking, now))
  if (rows.length === 0) return 0
  const asked = await tx.insert(evaluations).values(rows).onConflictDoNothing().returning()
  if (asked.length === 0) return 0
  const happened = asked.map(({ id }) => ({ subjectKind: 'evaluation', subjectId: id, step: 'ask', to: 'requested' }))
  await tx.insert(events).values(happened.map((it) => ({ ...actorOf(me), ...it, at: now })))
  await tell(tx, facts, asked, now)
  return asked.length
}

/** The same as a job: in a write of its own. */
export const askWhatIsDue = (now = programNow()) => write((tx) => askEvaluations(tx, now))

/** Whether anybody is to be asked now: spares an idle portal from writing. */
export const isAskingDue = async (now: Date) => rowsToAsk(await askingFacts(read, now), now).length > 0

const rowsToAsk = (facts: AskingFacts, now: Date) =>
  facts.placed.flatMap((placed) => asksAbout(facts, placed)).flatMap((asking) => rowOf(facts, asking, now))

/** Who is to be asked about one placement today. */
export function asksAbout(facts: AskingFacts, placed: Placed): Asking[] {
  const mine = facts.pairings.filter(({ placementId }) => placementId === placed.placementId)
  const dueOn = addDays(placed.lastOn, facts.rules.evaluationDueDays)
  const paired = [...new Set(mine.map(({ id }) => id))].flatMap((authorId): Asking[] => {
    const spans = mine.filter(({ id }) => id === authorId)
    const away = facts.absences.filter(({ personId }) => personId === authorId || personId === placed.studentId)
    const days = daysTogether(spans, away, facts.holidays)
    const isOver = days.length >= facts.rules.leastDaysTogether && days.at(-1)! <= facts.today
    const slug = spans[0].kind === 'attending' ? 'attending-on-student' : 'resident-on-student'
    return isOver ? [{ placed, authorId, slug, dueOn }] : []
  })
  return [...paired, ...ofRecord(facts, placed, dueOn)]
}

function ofRecord({ today }: AskingFacts, placed: Placed, dueOn: string): Asking[] {
  const { attendingId: authorId, firstOn, lastOn, halfOn } = placed
  if (!authorId) return []
  if (today > lastOn) return [{ placed, authorId, slug: 'attending-on-student', dueOn }]
  const slug = placed.weeks <= 2 ? 'midpoint-two-weeks' : 'midpoint'
  const midpoint: Asking = { placed, authorId, slug, dueOn: halfOn ?? middle(firstOn, lastOn) }
  return today < lastOn ? [midpoint] : [midpoint, { placed, authorId, slug: 'attending-on-student', dueOn }]
}

/** The Friday in the middle of a rotation that has no halves. */
const middle = (firstOn: string, lastOn: string) => addDays(firstOn, Math.floor(daysFrom(firstOn, lastOn) / 2) - 1)

function rowOf(facts: AskingFacts, { placed, authorId, slug, dueOn }: Asking, now: Date) {
  const form = facts.forms.filter((it) => it.slug === slug).sort((a, b) => b.version - a.version)[0]
  const { placementId, studentId } = placed
  const isAsked = (it: AskingFacts['asked'][number]) =>
    it.authorId === authorId &&
    it.subjectId === studentId &&
    (it.declinedFor === 'conflict' || (it.placementId === placementId && slugOf(facts, it.questionnaireId) === slug))
  if (!form || authorId === studentId || facts.asked.some(isAsked)) return []
  const status = 'requested' as const
  const questionnaireId = form.id
  return [{ placementId, authorId, subjectId: studentId, questionnaireId, status, requestedAt: now, dueOn }]
}

const slugOf = ({ forms }: AskingFacts, id: string) => forms.find((form) => form.id === id)?.slug

async function tell(tx: Tx, facts: AskingFacts, asked: (typeof evaluations.$inferSelect)[], now: Date) {
  const authors = await recipients(
    tx,
    asked.map(({ authorId }) => authorId),
  )
  for (const author of authors) {
    const mine = asked.filter(({ authorId }) => authorId === author.id)
    const about = mine.map(({ id, dueOn, subjectId }) => ({ id, dueOn, student: nameOf(facts, subjectId) }))
    await post(tx, evaluationsAsked(author, about), now)
  }
}

const nameOf = ({ placed }: AskingFacts, id: string) => placed.find(({ studentId }) => studentId === id)?.student ?? ''
