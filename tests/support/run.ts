import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { ensureBuilt } from '#app/workflow/build.server'
import { needChromium } from './chromium'
import { installSqld } from './sqld'

type Count = { passed: number; failed: number; skipped: number; secondTry?: number }
type Runner = { name: string; run: () => Count | string }

const OUTPUT = resolve('tests/output')
const isLong = process.argv.includes('--long')
const environment = { ...process.env, ...(isLong && { LONG: '1' }) }

/** Runs a program with its output on the terminal; true when it ended well. */
function ends(command: string, args: string[], env: Record<string, string> = {}): boolean {
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...environment, ...env } })
  return status === 0
}

const check = (isFine: boolean): Count => ({ passed: Number(isFine), failed: Number(!isFine), skipped: 0 })

function vitest(name: string, files: string[], env: Record<string, string> = {}): Count {
  const file = `${OUTPUT}/${name}.json`
  const report = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const isFine = ends('npx', ['vitest', 'run', '--config', 'remix.config.js', ...report, ...files], env)
  const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped } = read(file)
  return atLeastOne({ passed, failed, skipped }, isFine)
}

function playwright(): Count {
  needChromium()
  const file = `${OUTPUT}/browser.json`
  const args = ['playwright', 'test', '--config', 'tests/e2e/playwright.config.ts', '--reporter=list,json']
  const isFine = ends('npx', args, { PLAYWRIGHT_JSON_OUTPUT_NAME: file })
  const { expected, unexpected: failed, flaky: secondTry, skipped } = read(file).stats
  return atLeastOne({ passed: expected + secondTry, failed, skipped, secondTry }, isFine)
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'))
/** A runner that fails without a failing test, by an error outside of any, has failed all the same. */
const atLeastOne = (count: Count, isFine: boolean): Count => ({ ...count, failed: count.failed || Number(!isFine) })

/** The tests that open a database, and those of faults: they run again on a libSQL server. */
function databaseTests(): string[] {
  const files = ['tests/unit', 'tests/fault'].flatMap((folder) =>
    readdirSync(folder).map((name) => `${folder}/${name}`),
  )
  return files.filter((file) => /\b(fresh|seeded)Database\b/.test(readFileSync(file, 'utf8')))
}

function onServer(): Count | string {
  try {
    installSqld()
  } catch (problem) {
    return `SKIPPED: sqld does not run here (${String(problem).split('\n')[0]})`
  }
  return vitest('sqld', databaseTests(), { TEST_DATABASE: 'sqld' })
}

const runners: Runner[] = [
  { name: 'types', run: () => check(ends('npx', ['tsc', '-p', '.'])) },
  {
    name: 'biome',
    run: () => check(ends('npx', ['biome', 'check', '--config-path=.biome.json', '.'])),
  },
  { name: 'knip', run: () => check(ends('npx', ['knip', '--no-progress', '--treat-config-hints-as-errors'])) },
  { name: 'unit', run: () => vitest('unit', []) },
  { name: 'unit on sqld', run: onServer },
  { name: 'browser', run: playwright },
]

function attempt({ name, run }: Runner): Count | string {
  console.log(`\n── ${name}`)
  try {
    return run()
  } catch (problem) {
    console.error(problem)
    return check(false)
  }
}

rmSync(OUTPUT, { recursive: true, force: true })
mkdirSync(OUTPUT, { recursive: true })
await ensureBuilt()
const results = runners.map((runner) => ({ name: runner.name, result: attempt(runner) }))
const sum: Count = { passed: 0, failed: 0, skipped: 0 }
console.log('')
for (const { name, result } of results) {
  if (typeof result === 'string') {
    console.log(`${name}: ${result}`)
    continue
  }
  const { passed, failed, skipped, secondTry } = result
  const notes = [skipped && `${skipped} skipped`, secondTry && `${secondTry} only at the second try`].filter(Boolean)
  console.log([`${name}: ${passed} passed, ${failed} failed`, ...notes].join(', '))
  sum.passed += passed
  sum.failed += failed
}
console.log(`${sum.passed} passed, ${sum.failed} failed`)
process.exitCode = sum.failed > 0 ? 1 : 0
