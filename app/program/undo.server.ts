import { and, count, eq, isNotNull, lte, sql } from 'drizzle-orm'
import { z } from 'zod'
import { saveRoles } from '#app/people/roles.server'
import { rolesForm } from '#app/people/roles-form.server'
import { programNow } from '#app/workflow/clock.server'
import { insistDone } from '#app/workflow/overtaken.server'
import { insist } from '#app/workflow/permissions'
import { notFound } from '#app/workflow/refusal'
import { read } from '#db/client'
import { events, notes, services } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { addAbsence, saveAbsence, takeAway } from './absence-changes.server'
import { absenceForm, newAbsenceForm } from './absence-form.server'
import { clinicDaysForm, saveClinicDays } from './clinic-days.server'
import { addConference, saveConference } from './conference-changes.server'
import { conferenceForm } from './conference-form.server'
import { saveCurriculum } from './curriculum.server'
import { curriculumForm } from './curriculum-form.server'
import { exchangeDuties } from './duty-writing.server'
import { dutyExchange } from './entry-form.server'
import { figureLists } from './figure'
import { figuresForm, saveFigures } from './figures.server'
import { placingForm, savePlacing } from './placing.server'
import { saveProcedures } from './procedures.server'
import { saveProgram } from './program.server'
import { programForm, version } from './program-form.server'
import { saveService } from './service-changes.server'
import { proceduresForm, serviceForm, sessionsForm, weekForm } from './service-form.server'
import { saveSessions, saveWeek } from './sessions.server'
import { saveTeaching } from './teaching.server'
import { teachingForm } from './teaching-form.server'
import { type Undo, type Undone, undo } from './undo-step.server'
import { yearUndos } from './year-undo.server'

const serviceSlug = async (id: string) => {
  const [service] = await read.select({ slug: services.slug }).from(services).where(eq(services.id, id))
  if (!service) throw notFound()
  return service.slug
}
const ofService =
  <F>(save: (me: Person, slug: string, form: F, now: Date) => Undone) =>
  async (me: Person, id: string, form: F, now: Date) =>
    save(me, await serviceSlug(id), form, now)
const servicePage = async (id: string) => `/settings/services/${await serviceSlug(id)}`

/** `kind.step` of a change → how it is taken back. */
const undos: Record<string, Undo> = {
  ...yearUndos,
  'program.change': undo(
    programForm,
    () => '/settings/program',
    (me, _, form, now) => saveProgram(me, form, now),
  ),
  'placing.change': undo(
    placingForm,
    () => '/settings/placing',
    (me, _, form, now) => savePlacing(me, form, now),
  ),
  'service.change': undo(serviceForm, servicePage, ofService(saveService)),
  'service.sessions': undo(sessionsForm, servicePage, ofService(saveSessions)),
  'service.week': undo(weekForm, servicePage, ofService(saveWeek)),
  'conference.change': undo(conferenceForm, () => '/settings/conferences', saveConference),
  'conference.remove': undo(
    conferenceForm,
    () => '/settings/conferences',
    (me, id, form, now) => addConference(me, form, now, id),
  ),
  'absence.add': undo(z.object({ version }), () => '/absences', takeAway),
  'absence.change': undo(absenceForm, () => '/absences', saveAbsence),
  'absence.remove': undo(
    newAbsenceForm,
    () => '/absences',
    (me, id, form, now) => addAbsence(me, form, now, id),
  ),
  'clinic days.change': undo(clinicDaysForm, () => '/settings/clinic-days', saveClinicDays),
  'figures.change': undo(
    figuresForm,
    () => figureLists.year.path,
    (me, _, form, now) => saveFigures(me, undefined, form, now),
  ),
  'training figures.change': undo(
    figuresForm,
    () => figureLists.training.path,
    (me, _, form, now) => saveFigures(me, 'training', form, now),
  ),
  'curriculum.change': undo(curriculumForm, (pgy) => `/settings/curriculum/${pgy}`, saveCurriculum),
  'roles.change': undo(rolesForm, (id) => `/people/${id}`, saveRoles),
  'teaching.change': undo(teachingForm, (id) => `/people/${id}`, saveTeaching),
  'duties.change': undo(dutyExchange, () => '/schedule', exchangeDuties),
  'service.procedures': undo(proceduresForm, servicePage, ofService(saveProcedures)),
}

/** Takes a change back if nothing was changed on the same thing since. Returns its page. Throws 404 and 409. */
export async function undoChange(me: Person, eventId: string, now = programNow()): Promise<string> {
  insist(me, 'program.edit')
  const it = await undoable(eventId)
  const found = it && undos[`${it.kind}.${it.step}`]
  if (!found || !it.restores) throw notFound()
  const refused = await found.run(me, it.id, { ...it.restores, version: it.version }, now)
  insistDone(refused)
  return found.to(it.id)
}

/** The change with how often its thing had been changed up to it. */
async function undoable(eventId: string) {
  const [it] = await read
    .select({ kind: events.subjectKind, id: events.subjectId, step: events.step, restores: notes.restores, row: rowid })
    .from(events)
    .innerJoin(notes, eq(notes.id, events.noteId))
    .where(eq(events.id, eventId))
  if (!it) return undefined
  const same = and(eq(events.subjectKind, it.kind), eq(events.subjectId, it.id), isNotNull(notes.changes))
  const [{ version }] = await read
    .select({ version: count() })
    .from(events)
    .innerJoin(notes, eq(notes.id, events.noteId))
    .where(and(same, lte(rowid, it.row)))
  return { ...it, version, restores: it.restores as Record<string, unknown> | null }
}

const rowid = sql<number>`${events}.rowid`
