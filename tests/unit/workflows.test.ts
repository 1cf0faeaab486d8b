import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import { permissions } from '#app/workflow/permissions'
import type { Workflow } from '#app/workflow/workflow'
import * as schema from '#db/schema/index'

const modules = import.meta.glob<Record<string, unknown>>('../../app/*/*.ts', { eager: true })
const workflows = Object.entries(modules)
  .filter(([path]) => !path.includes('.server.'))
  .flatMap(([, module]) => Object.entries(module).filter(([name]) => name.endsWith('Workflow')))
  .map(([name, workflow]) => ({ noun: name.replace('Workflow', ''), workflow: workflow as Workflow<string> }))
  .sort((a, b) => a.noun.localeCompare(b.noun))
const tables = Object.values(schema).filter((it) => is(it, SQLiteTable)) as SQLiteTable[]

/** The states of a noun's table, the one a row begins in first. */
function statesOf(noun: string): string[] {
  const table = tables.map((it) => getTableConfig(it)).find(({ name }) => name === plural(noun))
  return table?.columns.find((column) => column.name === 'status')?.enumValues ?? []
}
const plural = (noun: string) => `${noun.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}s`

test('every noun that has a status has its workflow', () => {
  const apart = ['proposals', 'questionnaires', 'messages', 'absences', 'reviews']
  const stated = tables
    .map((table) => getTableConfig(table))
    .filter(({ columns }) => columns.some((column) => column.name === 'status'))
    .map(({ name }) => name)
    .filter((name) => !apart.includes(name))
  expect(workflows.map(({ noun }) => plural(noun)).sort()).toEqual(stated.sort())
})

test.each(workflows)('every state of $noun is reached, by a step that a permission guards', ({ noun, workflow }) => {
  const states = statesOf(noun)
  const steps = Object.values(workflow)
  const reached = new Set([states[0]])
  for (let before = 0; before !== reached.size; ) {
    before = reached.size
    for (const step of steps) if (step.from.some((state) => reached.has(state))) reached.add(step.to)
  }
  expect([...reached].sort()).toEqual([...states].sort())
  expect(steps.map((step) => step.by).filter((by) => !(by in permissions))).toEqual([])
  expect(steps.map((step) => step.undo).filter((undo) => undo && !(undo in workflow))).toEqual([])
})

test('the tables below are the state diagram', async () => {
  const drawn = workflows.map(({ noun, workflow }) => {
    const rows = Object.entries(workflow).map(
      ([step, { from, to, by, undo }]) => `| ${step} | ${from.join(', ')} | ${to} | ${by} | ${undo ?? ''} |`,
    )
    return [`## ${noun}`, '', '| step | from | to | by | undone by |', '| --- | --- | --- | --- | --- |', ...rows].join(
      '\n',
    )
  })
  await expect(`${drawn.join('\n\n')}\n`).toMatchFileSnapshot('workflows.md')
})
