import type { z } from 'zod'
import type { Refused } from '#app/workflow/overtaken.server'
import { conflict } from '#app/workflow/refusal'
import type { Person } from '#db/schema/people/actors'

export type Undone = Promise<Refused | undefined>
export type Undo = {
  to: (id: string) => string | Promise<string>
  run: (me: Person, id: string, form: unknown, now: Date) => Undone
}

/** An undo is the same command with the values that stood before: it is checked and told like any change. */
export function undo<S extends z.ZodType>(
  schema: S,
  to: Undo['to'],
  save: (me: Person, id: string, form: z.output<S>, now: Date) => Undone,
): Undo {
  const run: Undo['run'] = (me, id, form, now) => {
    const typed = schema.safeParse(form)
    if (!typed.success) throw conflict('The rules have changed since: what stood before is no longer allowed.')
    return save(me, id, typed.data, now)
  }
  return { to, run }
}
