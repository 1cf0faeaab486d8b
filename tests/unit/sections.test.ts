import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { beforeAll, expect, test } from 'vitest'
import { sectionOf, sectionsOf } from '#app/workflow/sections.server'
import { freshProgram } from '#tests/support/applicant'
import { built, contextOf, urls } from '#tests/support/handler'

const sections = sectionsOf(built)

beforeAll(freshProgram)

/** What a visitor is answered by these routes, without numbers: time runs on between two questions. */
async function answered(build: ServerBuild, path: string): Promise<[number, string]> {
  const handle = createRequestHandler(build, 'production')
  const answer = await handle(
    new Request(`http://localhost${path}`),
    contextOf(null, path, { errors: [], disclosed: [] }) as never,
  )
  return [answer.status, (await answer.text()).replaceAll(/\d+/g, '')]
}

test('every URL lies in the section of its first part, with few others', () => {
  for (const url of urls) {
    const { routes } = sections.get(sectionOf(url))!
    expect(Object.values(routes).some((route) => `/${route?.path ?? ''}` === url)).toBe(true)
    expect(Object.keys(routes).length).toBeLessThan(urls.length / 3)
  }
})

test.each([
  '/',
  '/help',
  '/clerkships/sub-internship',
  '/clerkships/sub-internship.data',
  '/Program/People',
  '/clerkships/none/such',
  '/settings/program',
])('%s is answered by its section as by the whole portal', async (path) => {
  const section = sections.get(sectionOf(path))!
  expect(await answered(section, path)).toEqual(await answered(built, path))
})

test('what no section has is left to the whole', () => {
  for (const path of ['/none', '/_root.data', '/__manifest', '/%68elp'])
    expect(sections.get(sectionOf(path))).toBe(undefined)
})
