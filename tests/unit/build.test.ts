import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'

type Chunk = { file: string; imports?: string[]; css?: string[]; isEntry?: boolean; src?: string }
const manifest = JSON.parse(readFileSync('build/client/.vite/manifest.json', 'utf8')) as Record<string, Chunk>
const assets = readdirSync('build/client/assets')
const zipped = (file: string) => gzipSync(readFileSync(`build/client/${file}`)).length

/** A chunk and everything it imports. */
function withImports(key: string, seen = new Set<string>()): Set<string> {
  if (!seen.has(key)) {
    seen.add(key)
    for (const next of manifest[key].imports ?? []) withImports(next, seen)
  }
  return seen
}

const keyOf = (end: string) => Object.keys(manifest).find((key) => key.split('?')[0].endsWith(end))!
const shell = [...withImports(keyOf('entry.client.tsx')), ...withImports(keyOf('root.tsx'))]
const routes = Object.keys(manifest).filter((key) => key.includes('/pages/'))

describe('what a browser must load', () => {
  test.each(routes)('%s needs at most 130 kB of JavaScript, zipped', (route) => {
    const files = new Set([...shell, ...withImports(route)].map((key) => manifest[key].file))
    const bytes = [...files].filter((file) => file.endsWith('.js')).reduce((sum, file) => sum + zipped(file), 0)
    expect(bytes).toBeLessThanOrEqual(130_000)
  })

  test('all style sheets together are at most 20 kB, zipped', () => {
    const sheets = assets.filter((file) => file.endsWith('.css'))
    expect(sheets.length).toBeGreaterThan(0)
    expect(sheets.reduce((sum, file) => sum + zipped(`assets/${file}`), 0)).toBeLessThanOrEqual(20_000)
  })

  test('neither zod nor the database reaches it', () => {
    const found = assets
      .filter((file) => file.endsWith('.js'))
      .filter((file) => /ZodError|\$ZodType|libsql|drizzle/.test(readFileSync(`build/client/assets/${file}`, 'utf8')))
    expect(found).toEqual([])
  })
})
