import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cast } from '#db/seed/cast'
import { answers, type Child, freePort, run } from '#tests/support/process'
import { built, type Portal, startPortal } from '#tests/support/server'
import { visitor } from '#tests/support/visitor'
import { type Figure, median } from './figure'
import { type Load, load } from './load'
import { idOf, makeWorld, type World } from './worlds'

const RUNS = 5
const SECONDS = Number(process.env.BENCH_SECONDS ?? 3)
const EMPTY = '/no-such-page'

type Page = { name: string; path: string; cookie?: string }
type Served = { world: World; pages: Page[]; portal: Portal; plain: Child & { url: string } }
type Measured = Record<'portal' | 'plain' | 'empty', Load[]>

const applicationOf = (name: string) =>
  `select a.id from applications a join people p on p.id = a.student_id where p.name = '${name}'`
const owedBy = (name: string) =>
  `select e.id from evaluations e join people p on p.id = e.author_id where p.name = '${name}'
   and e.status in ('requested', 'drafted') order by e.due_on limit 1`

async function cookieOf(portal: Portal, { personId }: { personId: string }): Promise<string> {
  const { cookie, body } = await visitor(portal).post('/sign-in/as', { as: personId })
  if (!cookie) throw new Error(body)
  return cookie
}

/** Each page as the role that uses it. */
async function pagesOf(world: World, portal: Portal): Promise<Page[]> {
  const [park, whitlock, brandt] = [cast.park, cast.whitlock, cast.brandt]
  const lena = await idOf(world, applicationOf(park.name))
  const owed = await idOf(world, owedBy(brandt.name))
  const coordinator = await cookieOf(portal, whitlock)
  return [
    { name: 'clerkship', path: '/clerkships/sub-internship' },
    { name: 'task list', path: `/applications/${lena}`, cookie: await cookieOf(portal, park) },
    { name: 'worklist', path: '/review', cookie: coordinator },
    { name: 'board', path: '/board/2026-27', cookie: coordinator },
    { name: 'evaluation form', path: `/evaluations/${owed}`, cookie: await cookieOf(portal, brandt) },
  ]
}

const tsx = (script: string, args: string[], env: Record<string, string | undefined> = process.env) =>
  run(process.execPath, ['--import', 'tsx', script, ...args], env)

/** Writes down what each page asks of the database, in a portal of its own. */
async function record({ database, files }: World, pages: Page[]): Promise<string> {
  const [port, out] = [await freePort(), join(mkdtempSync(join(tmpdir(), 'portal-bench-')), 'recording.json')]
  const env = { ...process.env, NODE_ENV: '', PORT: String(port), DATABASE_FILE: database, FILES_DIR: files }
  const child = tsx('tests/bench/recorder.ts', [`http://localhost:${port}`, JSON.stringify(pages), out], env)
  const code = await new Promise<number | null>((resolve) => child.process.once('close', resolve))
  if (code !== 0) throw new Error(child.said())
  return out
}

async function serve(world: World): Promise<Served> {
  const portal = await startPortal({ ...world, env: { LOG_LEVEL: 'warn' } })
  const pages = await pagesOf(world, portal)
  const recording = await record(world, pages)
  const port = await freePort()
  const plain = tsx('tests/bench/plain-server.ts', [String(port), world.database, recording])
  const url = `http://localhost:${port}`
  await answers(`${url}/readyz`, plain)
  return { world, pages, portal, plain: { ...plain, url } }
}

/** One turn of every page in every world on every server, so that a busy minute falls on all alike. */
async function turn(served: Served[], measured: Map<string, Measured>): Promise<void> {
  for (const { world, pages, portal, plain } of served)
    for (const { name, path, cookie } of pages) {
      const mine = measured.get(`${name}, ${world.name}`)!
      mine.portal.push(await load(portal.url + path, cookie, SECONDS))
      mine.plain.push(await load(plain.url + path, cookie, SECONDS))
      mine.empty.push(await load(portal.url + EMPTY, cookie, SECONDS))
    }
}

const of = (loads: Load[], what: keyof Load) => median(loads.map((it) => it[what]))

function figuresOf(name: string, { portal, plain, empty }: Measured): Figure[] {
  const [mine, theirs, bare] = [portal, plain, empty].map((loads) => of(loads, 'perSecond'))
  const [p50, p99] = [of(portal, 'p50'), of(portal, 'p99')]
  return [
    {
      name: `${name}: beside Fastify`,
      value: mine,
      unit: '/s',
      baseline: theirs,
      ratio: mine / theirs,
      bar: { atLeast: 0.2 },
    },
    { name: `${name}: beside a page without data`, value: mine, unit: '/s', baseline: bare, ratio: mine / bare },
    { name: `${name}: p99 beside p50`, value: p99, unit: 'ms', baseline: p50, ratio: p99 / p50, bar: { atMost: 5 } },
  ]
}

/** How much longer a page takes at ten years than where there is less: at the median, in milliseconds. */
function growthOf(page: string, measured: Map<string, Measured>): Figure[] {
  const p50 = (world: string) => of(measured.get(`${page}, ${world}`)!.portal, 'p50')
  return [oneYear, demoYear].map((less) => {
    const [value, baseline] = [p50(tenYears), p50(less)]
    const bar = less === oneYear ? { atMost: 1.3 } : undefined
    return { name: `${page}: ten years beside ${less}`, value, unit: 'ms', baseline, ratio: value / baseline, bar }
  })
}

const [demoYear, oneYear, tenYears] = ['the demo year', 'one year of 1,000', 'ten years of 1,000']

async function worlds(): Promise<World[]> {
  const made = [await makeWorld(demoYear)]
  made.push(await makeWorld(oneYear, '--applicants', '1000'))
  made.push(await makeWorld(tenYears, '--applicants', '1000', '--years', '10'))
  return made
}

/** The pages people use most: requests a second and waiting, at the demo year and in larger worlds. */
export async function benchPages(): Promise<Figure[]> {
  await built()
  const served: Served[] = []
  for (const world of await worlds()) served.push(await serve(world))
  const keys = served.flatMap(({ world, pages }) => pages.map(({ name }) => `${name}, ${world.name}`))
  const unmeasured = () => new Map(keys.map((key) => [key, { portal: [], plain: [], empty: [] } as Measured]))
  const measured = unmeasured()
  try {
    await turn(served, unmeasured())
    for (let run = 0; run < RUNS; run++) await turn(served, measured)
  } finally {
    for (const { portal, plain } of served) await Promise.all([portal.stop(), plain.kill()])
  }
  const names = served[0].pages.map(({ name }) => name)
  const pages = keys.flatMap((key) => figuresOf(key, measured.get(key)!))
  return [...pages, ...names.flatMap((page) => growthOf(page, measured))]
}
