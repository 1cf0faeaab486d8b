import { readdirSync } from 'node:fs'
import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, test } from 'vitest'
import * as schema from '#db/schema/index'
import { functionsOf, type Source, sources } from '#tests/support/sources'

/** The rooms in the order of a rotation's life: each may import itself and earlier ones. */
const rooms = [
  'settings',
  'mail',
  'workflow',
  'people',
  'files',
  'program',
  'apply',
  'solve',
  'assign',
  'pair',
  'evaluate',
  'today',
  'report',
  'jobs',
]
/** They know no room, wherever they stand. */
const apart = ['ui', 'solve']
const app = sources('app').filter(({ path }) => /\.tsx?$/.test(path))
const db = sources('db').filter(({ path }) => /\.tsx?$/.test(path))
const isServer = ({ path }: Source) => /\.server\.tsx?$/.test(path)
const isPage = ({ path }: Source) => path.includes('/pages/')
const roomOf = (path: string) => path.match(/^app\/([^/]+)\//)?.[1]
const targetRoom = (from: string) => from.match(/^#app\/([^/]+)\//)?.[1]
const breaches = (files: Source[], breaks: (file: Source, it: Source['imports'][number]) => boolean) =>
  files.flatMap((file) => file.imports.filter((it) => breaks(file, it)).map((it) => `${file.path} → ${it.from}`))

test('the top level holds nothing but the fixed shape', () => {
  const fixed = /^(\..+|package(-lock)?\.json|remix\.config\.js|tsconfig\.json|app|db|public|tests|README\.md|LICENSE)$/
  const made = /^(node_modules|build|data)$/
  expect(readdirSync('.').filter((name) => !fixed.test(name) && !made.test(name))).toEqual([])
})

describe('imports', () => {
  test('every folder of app is a room that has its place in the order', () => {
    expect([...new Set(app.map(({ path }) => roomOf(path)).filter(Boolean))].sort()).toEqual(
      [...new Set([...rooms, ...apart])].filter((room) => app.some(({ path }) => roomOf(path) === room)).sort(),
    )
  })
  test('a room imports only itself and earlier rooms', () => {
    const later = (file: Source, it: Source['imports'][number]) => {
      const [here, there] = [roomOf(file.path), targetRoom(it.from)]
      if (!here || !there || apart.includes(here)) return false
      return rooms.indexOf(there) > rooms.indexOf(here)
    }
    expect(breaches(app, later)).toEqual([])
  })
  test('ui and solve import no room', () => {
    const known = ['#app/workflow/refusal', '#app/workflow/edge.server']
    const outside = (file: Source, it: Source['imports'][number]) =>
      apart.includes(roomOf(file.path) ?? '') &&
      rooms.includes(targetRoom(it.from) ?? '') &&
      !known.includes(it.from) &&
      !it.isType
    expect(breaches(app, outside)).toEqual([])
  })
  test('db imports nothing of app, its seed and its scripts apart', () => {
    const files = db.filter(({ path }) => !/^db\/(seed\/|backup\.ts|restore\.ts)/.test(path))
    expect(breaches(files, (_, it) => it.from.startsWith('#app/') || it.from.startsWith('#db/seed'))).toEqual([])
  })
  test('only a .server file reaches the database at run time', () => {
    const above = ['app/server.ts']
    const files = app.filter((file) => !isServer(file) && !above.includes(file.path))
    const reaches = (_: Source, it: Source['imports'][number]) => it.from.startsWith('#db/') && !it.isType
    expect(breaches(files, reaches)).toEqual([])
  })
  test('a page asks its room, never the database, and nothing imports a page', () => {
    expect(breaches(app.filter(isPage), (_, it) => it.from.startsWith('#db/') && !it.isType)).toEqual([])
    expect(breaches(app, (_, it) => it.from.includes('/pages/'))).toEqual([])
  })
  test('a page starts its form from what was typed before, also where the sign-in had run out meanwhile', () => {
    const pages = app.filter(({ path, text }) => !path.startsWith('app/ui/') && text.includes('useActionData'))
    expect(pages.filter(({ text }) => !text.includes('useLastResult()')).map(({ path }) => path)).toEqual([])
  })
  test('zod stays on the server', () => {
    const files = app.filter((file) => !isServer(file))
    expect(breaches(files, (_, it) => /^zod|@conform-to\/zod/.test(it.from))).toEqual([])
  })
  test('nobody climbs: ./ inside a room, # across', () => {
    expect(
      breaches([...app, ...db.filter(({ path }) => !path.includes('schema/'))], (_, it) => it.from.startsWith('../')),
    ).toEqual([])
  })
})

describe('sizes', () => {
  test('a file is at most 150 lines, a page 120, a line 120 characters', () => {
    const code = [...app, ...db].filter(({ path }) => !/migrations|db\/seed/.test(path))
    const tooLong = code.filter((file) => file.text.split('\n').length - 1 > (isPage(file) ? 120 : 150))
    expect(tooLong.map(({ path }) => path)).toEqual([])
    const wide = code.filter(({ text }) => text.split('\n').some((line) => line.length > 120 && !line.includes('://')))
    expect(wide.map(({ path }) => path)).toEqual([])
  })
  test('a function is at most 25 lines, a component 60', () => {
    const long = app.flatMap((file) =>
      functionsOf(file)
        .filter(({ name, lines }) => lines > (/^[A-Z]/.test(name) && file.path.endsWith('.tsx') ? 60 : 25))
        .map(({ name, lines }) => `${file.path} ${name}: ${lines}`),
    )
    expect(long).toEqual([])
  })
  test('no drawer: a file is named after a noun', () => {
    const drawer = /\/(utils?|helpers?|types?|constants?|services?|lib|common|hooks?|misc)(\.|\/)/
    const allowed = /program\/(pages\/)?services?\./
    expect(app.filter(({ path }) => drawer.test(path) && !allowed.test(path)).map(({ path }) => path)).toEqual([])
  })
})

test('every list of words in the schema has its CHECK, with the same words', () => {
  const tables = Object.values(schema).filter((it) => is(it, SQLiteTable)) as SQLiteTable[]
  const missing = tables.flatMap((table) => {
    const { name, columns, checks } = getTableConfig(table)
    const said = checks.map((check) => JSON.stringify(check.value.queryChunks.map((chunk) => chunkText(chunk))))
    return columns
      .filter((column) => column.enumValues?.length)
      .filter(
        (column) =>
          !said.some(
            (text) =>
              column.enumValues!.every((word: string) => text.includes(`'${word}'`)) &&
              text.includes(`column:${column.name || column.keyAsName}`),
          ),
      )
      .map((column) => `${name}.${column.name}`)
  })
  expect(missing).toEqual([])
})

function chunkText(chunk: unknown): string {
  const it = chunk as { name?: string; value?: unknown; queryChunks?: unknown[] }
  if (it.queryChunks) return it.queryChunks.map(chunkText).join('')
  return it.name ? `column:${it.name}` : String(it.value ?? '')
}
