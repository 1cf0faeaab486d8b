import { eq } from 'drizzle-orm'
import { notFound } from '#app/workflow/refusal'
import { read } from '#db/client'
import { clerkships } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { restoreCalendar } from './calendar-changes.server'
import { calendarForm } from './calendar-form.server'
import { saveClerkship } from './clerkship-changes.server'
import { clerkshipForm } from './clerkship-form.server'
import { saveRequirement } from './requirement-changes.server'
import { type RequirementForm, requirementForm } from './requirement-form.server'
import { requirementOrderForm, saveRequirementOrder } from './requirement-order.server'
import { saveSeats } from './seat-changes.server'
import { seatsForm } from './seat-form.server'
import { type Undo, undo } from './undo-step.server'
import { restoreWindows } from './window-changes.server'
import { windowsKept } from './window-form.server'

const clerkshipSlug = async (id: string) => {
  const [row] = await read.select({ slug: clerkships.slug }).from(clerkships).where(eq(clerkships.id, id))
  if (!row) throw notFound()
  return row.slug
}

/** "2027-28/elective", in parts. */
function gridOf(id: string) {
  const [yearId, slug] = id.split('/')
  return { yearId, slug }
}

const requirementPage = (id: string) => `/clerkships/${id.replace('/', '/requirements/')}`
function ofRequirement(me: Person, id: string, form: RequirementForm, now: Date) {
  const [slug, key] = id.split('/')
  return saveRequirement(me, slug, key, form, now)
}

/** How changes of what is offered in a year are taken back: `kind.step` → undo. */
export const yearUndos: Record<string, Undo> = {
  'calendar.change': undo(calendarForm, (year) => `/settings/years/${year}`, restoreCalendar),
  'clerkship.change': undo(
    clerkshipForm,
    async (id) => `/clerkships/${await clerkshipSlug(id)}/edit`,
    async (me, id, form, now) => saveClerkship(me, await clerkshipSlug(id), form, now),
  ),
  'clerkship.order': undo(
    requirementOrderForm,
    async (id) => `/clerkships/${await clerkshipSlug(id)}/edit`,
    async (me, id, form, now) => saveRequirementOrder(me, await clerkshipSlug(id), form, now),
  ),
  'requirement.change': undo(requirementForm, requirementPage, ofRequirement),
  'requirement.remove': undo(requirementForm, requirementPage, ofRequirement),
  'openings.change': undo(
    seatsForm,
    (id) => `/openings/${gridOf(id).yearId}?clerkship=${gridOf(id).slug}`,
    (me, id, form, now) => saveSeats(me, gridOf(id), form, now),
  ),
  'windows.change': undo(windowsKept, (year) => `/settings/years/${year}/windows`, restoreWindows),
}
