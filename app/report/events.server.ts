import { and, desc, eq, gte, like, lt, lte, ne, or, type SQL } from 'drizzle-orm'
import { endOf, instantOn } from '#app/workflow/day.server'
import { insist, may } from '#app/workflow/permissions'
import { read, readAll } from '#db/client'
import { events, notes, people } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { aboutStudents, isHealth, studentOf } from './event-subject.server'

const PAGE = 50
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
export type Wanted = { q: string; who: string; day: string; record: string; before: string }

/** What the URL asks for; unknown values are ignored. */
export function wantedEvents(url: URL): Wanted {
  const get = (name: string) => (url.searchParams.get(name) ?? '').trim()
  const day = get('day')
  const isDay = DAY.test(day) && !Number.isNaN(Date.parse(day))
  return { q: get('q'), who: get('who'), day: isDay ? day : '', record: get('record'), before: get('before') }
}

const like_ = (text: string) => `%${text.replace(/[%_]/g, '')}%`

/** Everything but the cursor; a concern about conduct is told to nobody but who may read it. */
function wantedWhere(me: Person, { q, who, day, record }: Wanted): SQL | undefined {
  const [kind, id] = record.split(':')
  return and(
    may(me, 'concern.read') ? undefined : ne(events.subjectKind, 'professionalism concern'),
    q ? aboutStudents(like_(q)) : undefined,
    who ? like(events.actorName, like_(who)) : undefined,
    day ? and(gte(events.at, instantOn(day, '00:00')), lte(events.at, endOf(day))) : undefined,
    id ? and(eq(events.subjectKind, kind), eq(events.subjectId, id)) : undefined,
  )
}

/** Rows after the cursor, which is the last row's instant and id. */
function after(before: string): SQL | undefined {
  const [ms, id] = before.split('.')
  if (!id || !/^\d{1,15}$/.test(ms)) return undefined
  const at = new Date(Number(ms))
  return or(lt(events.at, at), and(eq(events.at, at), lt(events.id, id)))
}

const fields = {
  id: events.id,
  at: events.at,
  by: events.actorName,
  actorKind: events.actorKind,
  subjectKind: events.subjectKind,
  subjectId: events.subjectId,
  step: events.step,
  from: events.from,
  to: events.to,
  note: notes.text,
  changes: notes.changes,
  isHealth: isHealth.mapWith(Boolean),
  studentId: studentOf,
  student: people.name,
}

/** Who took which step when, the newest first; a page and the cursor of the next one, in one round trip. */
export async function listEvents(me: Person, wanted: Wanted) {
  insist(me, 'event.read')
  const [rows] = await readAll(
    read
      .select(fields)
      .from(events)
      .leftJoin(notes, eq(notes.id, events.noteId))
      .leftJoin(people, eq(people.id, studentOf))
      .where(and(wantedWhere(me, wanted), after(wanted.before)))
      .orderBy(desc(events.at), desc(events.id))
      .limit(PAGE + 1),
  )
  const shown = rows.slice(0, PAGE).map((row) => ({ ...row, note: mayReadNote(me, row) ? row.note : null }))
  const last = rows.length > PAGE ? shown.at(-1) : undefined
  return { rows: shown, next: last ? `${last.at.getTime()}.${last.id}` : null }
}
export type Event = Awaited<ReturnType<typeof listEvents>>['rows'][number]

/** A note may be of a health document; a person's own record is told to them without notes too. */
const mayReadNote = (me: Person, { isHealth, studentId }: { isHealth: boolean; studentId: string | null }) =>
  !isHealth || may(me, 'document.read', { studentId: studentId ?? '', isHealth })
