import { execFile } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const BUILT = 'build/server/index.js'
const SOURCES = ['app', 'db', 'public', 'remix.config.js', 'package-lock.json']

/** Builds the portal when there is no build or a source is newer; without the packages that build, keeps the build. */
export async function ensureBuilt(): Promise<void> {
  const built = changedAt(BUILT)
  if (built > 0 && SOURCES.every((source) => changedAt(source) <= built)) return
  const remix = builder()
  if (!remix && built > 0) return
  if (!remix) throw new Error('The portal cannot start: it is not built, and the packages that build it are missing.')
  const options = ['vite:build', '--config', 'remix.config.js']
  await promisify(execFile)(process.execPath, [remix, ...options], { maxBuffer: Number.POSITIVE_INFINITY }).catch(
    ({ message, stdout = '', stderr = message }) => {
      throw new Error(`The portal cannot be built:\n${stdout}${stderr}`)
    },
  )
}

/** When a file, or the newest file of a folder, was last changed; 0 where there is none. */
function changedAt(path: string): number {
  if (!existsSync(path)) return 0
  const is = statSync(path)
  if (!is.isDirectory()) return is.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => changedAt(join(path, name))))
}

function builder(): string | undefined {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('@remix-run/dev/package.json')), 'dist/cli.js')
  } catch {
    return undefined
  }
}
