import { parseWithZod } from '@conform-to/zod/v4'
import { insist } from '#app/workflow/permissions'
import { notFound } from '#app/workflow/refusal'
import { readAll } from '#db/client'
import type { Person } from '#db/schema/people/actors'
import { everyYear, theTeachers } from './duties.server'
import { entryForm } from './entry-form.server'
import { previewEntry } from './schedule-entry.server'
import { theServices } from './services.server'

/** What the address says of a range: the form as it was typed, and what it would change once it is whole. */
export async function readEntry(me: Person, yearId: string, address: string) {
  insist(me, 'program.edit')
  const [years, teachers, services] = await readAll(everyYear(), theTeachers(), theServices())
  if (!years.some(({ id }) => id === yearId)) throw notFound()
  const typed = new URL(address, 'http://portal').searchParams
  const submission = parseWithZod(typed, { schema: entryForm })
  const isAsked = typed.has('serviceId')
  return {
    yearId,
    teachers: teachers.map(({ id, name, kind, pgy }) => ({
      id,
      name: kind === 'resident' ? `${name}, PGY ${pgy}` : name,
    })),
    services: services.map(({ id, name }) => ({ id, name })),
    typed: submission.reply({ hideFields: [] }).initialValue ?? null,
    result: isAsked ? submission.reply() : undefined,
    preview: submission.status === 'success' ? await previewEntry(me, submission.value) : null,
    entry: submission.status === 'success' ? submission.value : null,
  }
}
export type Entry = Awaited<ReturnType<typeof readEntry>>
