import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { differences } from '#app/workflow/change'
import { change, changesOf, versionOf } from '#app/workflow/changes.server'
import { programNow } from '#app/workflow/clock.server'
import { insist } from '#app/workflow/permissions'
import { conflict } from '#app/workflow/refusal'
import { readAll } from '#db/client'
import { program } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { everyYear } from './duties.server'
import { type Policy, placingLabels, policyOf } from './placing'
import { theProgram } from './program.server'
import { version } from './program-form.server'

const [KIND, ID] = ['placing', '1']
const tenths = 'Enter the width of a tier in tenths of a point, from 0 to 30'
const school = 'Enter a whole number from 1 to 99, or leave this empty'

export const placingForm = z.object({
  version,
  fourthYearsFirst: z.boolean().default(false),
  affiliatesFirst: z.boolean().default(false),
  scoreTierTenths: z.number({ error: tenths }).int(tenths).min(0, tenths).max(30, tenths),
  mostOfASchool: z
    .number({ error: school })
    .int(school)
    .min(1, school)
    .max(99, school)
    .nullish()
    .transform((most) => most ?? null),
})
type PlacingForm = z.output<typeof placingForm>

const blank: Policy = { fourthYearsFirst: false, affiliatesFirst: false, scoreTierTenths: 10, mostOfASchool: null }

/** Who is placed first as the form starts, what was changed, and every academic year. One round trip. */
export async function editablePlacing(me: Person) {
  insist(me, 'program.edit')
  const asked = [theProgram(), versionOf(KIND, ID), changesOf(KIND, ID), everyYear()] as const
  const [[row], [{ version }], changes, years] = await readAll(...asked)
  return { placing: { ...policyOf(row ?? blank), version }, changes, years }
}

/** Stores who is placed first: from the next proposal on. Throws 409 before the program is set up. */
export async function savePlacing(me: Person, { version, ...typed }: PlacingForm, now = programNow()) {
  insist(me, 'program.edit')
  return change(me, { kind: KIND, id: ID, version }, now, async (tx) => {
    const [row] = await tx.select().from(program)
    if (!row) throw conflict('Set up the names and contact of the program first.')
    const was = policyOf(row)
    return {
      stored: tx.update(program).set(typed).where(eq(program.id, 1)),
      changes: differences(placingLabels, was, typed),
      restores: was,
    }
  })
}
