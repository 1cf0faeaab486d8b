import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { listDifferences } from '#app/workflow/change'
import { change, changesOf, versionOf } from '#app/workflow/changes.server'
import { programNow } from '#app/workflow/clock.server'
import { insist } from '#app/workflow/permissions'
import { conflict, notFound } from '#app/workflow/refusal'
import { readAll } from '#db/client'
import { program } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { type FigureList, figureListOf, figureLists } from './figure'
import { theProgram } from './program.server'
import { version } from './program-form.server'

const ID = '1'

const figure = z.object({
  value: z
    .string({ error: 'Enter each number' })
    .trim()
    .min(1, 'Enter each number')
    .max(12, 'Use at most 12 characters for a number'),
  label: z
    .string({ error: 'Say what each number counts' })
    .trim()
    .min(1, 'Say what each number counts')
    .max(60, 'Use at most 60 characters for what a number counts'),
})

const isUnlike = (items: { label: string }[]) =>
  new Set(items.map(({ label }) => label.toLowerCase())).size === items.length

export const figuresForm = z.object({
  version,
  items: z
    .array(figure)
    .max(12, 'Use at most 12 numbers')
    .default([])
    .refine(isUnlike, 'Two numbers count the same: change one of them'),
})
type FiguresForm = z.output<typeof figuresForm>

/** A list of numbers as its form starts, and what was changed. Throws 404 for another list. One round trip. */
export async function editableFigures(me: Person, of: string | undefined) {
  insist(me, 'program.edit')
  const list = listOf(of)
  const { kind, column } = figureLists[list]
  const [[row], changes, [{ version }]] = await readAll(theProgram(), changesOf(kind, ID), versionOf(kind, ID))
  return { list, figures: row?.[column] ?? [], changes, version }
}

function listOf(of: string | undefined): FigureList {
  const list = figureListOf(of)
  if (!list) throw notFound()
  return list
}

/** Stores the numbers in this order. Throws 409 before the program is set up. */
export async function saveFigures(me: Person, of: string | undefined, form: FiguresForm, now = programNow()) {
  insist(me, 'program.edit')
  const { kind, column } = figureLists[listOf(of)]
  return change(me, { kind, id: ID, version: form.version }, now, async (tx) => {
    const [row] = await tx.select().from(program)
    if (!row) throw conflict('Set up the names and contact of the program first.')
    await tx
      .update(program)
      .set({ [column]: form.items })
      .where(eq(program.id, 1))
    const changes = listDifferences('Number', { value: 'number' }, named(row[column]), named(form.items))
    return { changes, restores: { items: row[column] } }
  })
}

/** What a number counts is what it is known by. */
const named = (figures: FiguresForm['items']) =>
  figures.map(({ value, label }) => ({ id: label.toLowerCase(), name: label, value }))
