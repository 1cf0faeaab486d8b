import { matchRoutes } from '@remix-run/react'
import { expect, test } from 'vitest'
import table from '#app/routes'
import { lookedAtElsewhere, pages } from '#tests/support/pages'

type Entry = { path?: string; index?: boolean; file: string; children?: Entry[] }

/** A route in a .tsx file draws a page; the others lead on or send a file. */
const drawn = (table as Entry[])
  .flatMap(({ children }) => children ?? [])
  .filter(({ file }) => file.endsWith('.tsx'))
  .map(({ path = '', file }) => ({ path: `/${path}`, file }))

test('every page of the portal is looked at by pages.spec.ts, or said to be elsewhere', () => {
  const opened = new Set(
    pages.flatMap(({ paths }) => paths.map((path) => matchRoutes(drawn, path.split('?')[0])?.[0].route.path)),
  )
  const missing = drawn.filter(({ path }) => !opened.has(path) && !lookedAtElsewhere[path])
  expect(missing.map(({ path }) => path)).toEqual([])
  expect(drawn.length).toBeGreaterThan(80)
})
