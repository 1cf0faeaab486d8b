import { listApplications } from '#app/apply/listed.server'
import { rowsOf } from '#app/files/table.server'
import { addAddresses, addStudents } from '#app/people/newcomer.server'
import { programNow } from '#app/workflow/clock.server'
import { draftOf, dropDraft, keepDraft } from '#app/workflow/drafts.server'
import { recordAll } from '#app/workflow/events.server'
import { insist } from '#app/workflow/permissions'
import { conflict, notFound } from '#app/workflow/refusal'
import { read, readAll, type Tx, together, write } from '#db/client'
import { newId } from '#db/schema/columns'
import { placements } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { linesOf } from './list'
import { type Entry, type Judged, judged } from './list-judged.server'
import { listWorld } from './list-world.server'
import { listPath } from './paths'

type From = Parameters<typeof listWorld>[0]

/** The list that this person pasted, with what each of its lines would do; nothing is written yet. */
export async function findList(me: Person, yearId: string, now = programNow()) {
  insist(me, 'placement.arrange')
  const [[kept]] = await readAll(draftOf(me, listPath(yearId)))
  const text = kept?.form.find(([name]) => name === 'list')?.[1] ?? ''
  const lines = text ? await judgedIn(read, yearId, text, now) : []
  const personIds = lines.flatMap(({ entry, namesakeIds }) =>
    entry?.isNew === false ? [entry.personId] : (namesakeIds ?? []),
  )
  return { text, lines: lines.map(shown), personIds }
}

const shown = ({ line, state, says }: Judged) => ({
  student: line.student || 'No name',
  place: [line.block && `Block ${line.block.replace(/^block\s+/i, '')}`, line.service].filter(Boolean).join(', '),
  school: line.school || 'Our own',
  ...{ state, says },
})

/** Keeps what was pasted, to be looked at before anybody is placed. */
export function keepList(me: Person, yearId: string, text: string): Promise<void> {
  insist(me, 'placement.arrange')
  return write((tx) => keepDraft(tx, me, listPath(yearId), [['list', text]]))
}

async function judgedIn(from: From, yearId: string, text: string, now: Date): Promise<Judged[]> {
  const lines = linesOf(rowsOf(text))
  const world = await listWorld(from, yearId, lines, now)
  if (!world.year) throw notFound()
  return judged(lines, world)
}

/**
 * Places everybody on the list that was kept as pinned drafts, by the rules of the hand: all of them, or nobody.
 * Throws 409 when a line has a problem. Returns how many; those who are there already are left as they are.
 */
export function placeList(me: Person, yearId: string, now = programNow()): Promise<number> {
  insist(me, 'placement.arrange')
  return write(async (tx) => {
    const [kept] = await draftIn(tx, me, yearId)
    const lines = await judgedIn(tx, yearId, kept?.form.find(([name]) => name === 'list')?.[1] ?? '', now)
    if (lines.length === 0) throw conflict('There is no list any more: it was placed or taken away.')
    const wrong = lines.find(({ state }) => state === 'problem')
    if (wrong) throw conflict(`${wrong.line.student || 'A line'}: ${wrong.says}. Nobody was placed.`)
    const entries = lines.flatMap(({ entry }) => (entry ? [entry] : []))
    await together([entries.length > 0 && enter(tx, me, yearId, entries, now), dropDraft(tx, me, listPath(yearId))])
    return entries.length
  })
}

const draftIn = (tx: Tx, me: Person, yearId: string) => draftOf(me, listPath(yearId), tx)

async function enter(tx: Tx, me: Person, yearId: string, entries: Entry[], now: Date): Promise<void> {
  const placed = { status: 'draft' as const, isPinned: true, placedById: me.personId, placedAt: now, statusAt: now }
  const rows = entries.map(({ applicationId, personId: studentId, row }) => {
    return { ...placed, id: newId(), applicationId, studentId, openingId: row.opening.id }
  })
  const listed = entries.map(({ applicationId: id, personId: studentId, row: { opening }, profile }) => {
    const { clerkshipId, blockId, serviceId } = opening
    return { id, studentId, clerkshipId, blockId, serviceId, profile }
  })
  await together([enterPeople(tx, me, entries, now), listApplications(tx, me, yearId, listed, now)])
  const placings = rows.map(({ id }) => ({ subjectKind: 'placement', subjectId: id, step: 'place', to: 'draft' }))
  await together([tx.insert(placements).values(rows), recordAll(tx, me, placings, now)])
}

/** Accounts for who is new, and addresses for who had none. */
function enterPeople(tx: Tx, me: Person, entries: Entry[], now: Date) {
  const [fresh, addressed] = [entries.filter(({ isNew }) => isNew), entries.filter(({ isAddressed }) => isAddressed)]
  return together([addStudents(tx, me, fresh, now), addAddresses(tx, me, addressed, now)])
}
