import type { AppLoadContext } from '@remix-run/node'
import { requirePerson } from '#app/people/who.server'
import { insist } from '#app/workflow/permissions'
import type { Person } from '#db/schema/people/actors'

/** Who edits the program: asked before a form is read, so that a stranger's is refused whatever it says. */
export async function requireEditor(context: AppLoadContext): Promise<Person> {
  const me = await requirePerson(context)
  insist(me, 'program.edit')
  return me
}
