import type { AppLoadContext } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { and, eq, sql } from 'drizzle-orm'
import { requirePerson } from '#app/people/who.server'
import { may } from '#app/workflow/permissions'
import { read, readAll } from '#db/client'
import { applications, events, notes } from '#db/schema/index'
import { boardPath } from './paths'
import { isOpenTo, recordOf } from './records.server'

/**
 * Leads from a step to its placement, where this person may see it; where it is gone, staff to the board that it stood
 * on, a student to what waits for them.
 */
export async function toPlacement(context: AppLoadContext, id: string): Promise<Response> {
  const me = await requirePerson(context)
  const [[it], [removed]] = await readAll(recordOf(id), yearRemovedFrom(id))
  if (it && isOpenTo(me, it)) return redirect(`/placements/${id}`)
  if (!may(me, 'board.read')) return redirect('/today')
  return redirect(removed ? boardPath(removed.yearId) : '/board')
}

/** The year of a draft that was removed. */
const yearRemovedFrom = (placementId: string) =>
  read
    .select({ yearId: applications.yearId })
    .from(events)
    .innerJoin(notes, eq(notes.id, events.noteId))
    .innerJoin(applications, eq(applications.id, sql`${notes.restores} ->> 'applicationId'`))
    .where(and(eq(events.subjectKind, 'placement'), eq(events.subjectId, placementId), eq(events.step, 'remove')))
