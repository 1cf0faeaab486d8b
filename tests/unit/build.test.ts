import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { manifest } from '#tests/support/handler'

type Needed = { module: string; imports?: string[] }
const assets = readdirSync('build/client/assets')
const zipped = (url: string) => gzipSync(readFileSync(`build/client${url}`)).length
const { entry, routes } = manifest as unknown as { entry: Needed; routes: Record<string, Needed> }
const filesOf = ({ module, imports = [] }: Needed) => [module, ...imports]
const shell = [...filesOf(entry), ...filesOf(routes.root)]
const pages = Object.keys(routes).filter((id) => id !== 'root')

describe('what a browser must load', () => {
  test.each(pages)('%s needs at most 130 kB of JavaScript, zipped', (route) => {
    const files = new Set([...shell, ...filesOf(routes[route])])
    const bytes = [...files].filter((file) => file.endsWith('.js')).reduce((sum, file) => sum + zipped(file), 0)
    expect(bytes).toBeLessThanOrEqual(130_000)
  })

  test('all style sheets together are at most 20 kB, zipped', () => {
    const sheets = assets.filter((file) => file.endsWith('.css'))
    expect(sheets.length).toBeGreaterThan(0)
    expect(sheets.reduce((sum, file) => sum + zipped(`/assets/${file}`), 0)).toBeLessThanOrEqual(20_000)
  })

  test('neither zod, the database nor the optimizer reaches it', () => {
    const found = assets
      .filter((file) => file.endsWith('.js'))
      .filter((file) =>
        /ZodError|\$ZodType|libsql|drizzle|Highs_/.test(readFileSync(`build/client/assets/${file}`, 'utf8')),
      )
    expect(found).toEqual([])
  })
})
