import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { needChromium } from '#tests/support/chromium'
import { run } from '#tests/support/process'
import { built, startPortal } from '#tests/support/server'
import { type Figure, median } from './figure'
import { makeWorld } from './worlds'

const VERSION = '12.8.2'
const RUNS = 3
const FOLDER = resolve('tests/.cache/lighthouse')
const CLI = join(FOLDER, 'node_modules/lighthouse/cli/index.js')
const FLAGS = '--headless --no-sandbox --disable-gpu --disable-background-networking'
const paths = [
  '/',
  '/clerkships',
  '/clerkships/sub-internship',
  '/program/services',
  '/program/people',
  '/program/conferences',
]
const categories = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 }
type Scores = Record<keyof typeof categories, number>

/** Installed into an ignored folder on first use: it is large, and only this benchmark needs it. */
function install(): void {
  if (existsSync(CLI)) return
  const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund']
  execFileSync('npm', ['install', '--prefix', FOLDER, ...options, `lighthouse@${VERSION}`], { stdio: 'pipe' })
}

/** One visit on a simulated phone: points of 100 a category. */
async function visit(url: string, chromium: string): Promise<Scores> {
  const out = join(mkdtempSync(join(tmpdir(), 'lighthouse-')), 'report.json')
  const args = [CLI, url, '--output=json', `--output-path=${out}`, '--quiet', `--chrome-flags=${FLAGS}`]
  const child = run(process.execPath, args, { ...process.env, CHROME_PATH: chromium })
  const code = await new Promise<number | null>((resolve) => child.process.once('close', resolve))
  if (code !== 0) throw new Error(child.said())
  const report = JSON.parse(readFileSync(out, 'utf8')) as { categories: Record<string, { score: number }> }
  const names = Object.keys(categories) as (keyof Scores)[]
  return Object.fromEntries(names.map((name) => [name, report.categories[name].score * 100])) as Scores
}

async function visits(url: string, chromium: string): Promise<Scores[]> {
  const all: Scores[] = []
  for (let run = 0; run < RUNS; run++) all.push(await visit(url, chromium))
  return all
}

/** Lighthouse on the public pages, mobile, the median of three; the ratio is in points. */
export async function benchLighthouse(): Promise<Figure[]> {
  install()
  await built()
  const chromium = needChromium()
  const portal = await startPortal(await makeWorld('demo year'))
  const figures: Figure[] = []
  for (const path of paths) {
    const scores = await visits(portal.url + path, chromium)
    for (const [name, atLeast] of Object.entries(categories)) {
      const value = median(scores.map((score) => score[name as keyof Scores]))
      figures.push({
        name: `lighthouse ${name} ${path}`,
        value,
        unit: '',
        baseline: null,
        ratio: value,
        bar: { atLeast },
      })
    }
  }
  await portal.stop()
  return figures
}
