import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

/** The one without windows first: the same pages cost it a sixth less time. */
const NAMES = [
  ...['chromium-headless-shell', 'chromium', 'chromium-browser'],
  ...['google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'],
]
const FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome']
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const runs = (path: string) => spawnSync(path, ['--version', '--no-sandbox'], { timeout: 20_000 }).status === 0

/** A Chromium that runs on this machine: Playwright's own first, then the system's. */
export function findChromium(): string | undefined {
  const system = FOLDERS.flatMap((folder) => NAMES.map((name) => `${folder}/${name}`))
  const there = [process.env.CHROMIUM_PATH ?? '', chromium.executablePath(), ...system, ...MAC].filter(
    (path) => path && existsSync(path),
  )
  return there.find(runs)
}

const fromDebian = (name: string): [string, string[]] => [
  'sh',
  ['-c', `apt-get update && apt-get install -y --no-install-recommends ${name}`],
]
const installers: [string, string[]][] = [
  ['npx', ['playwright', 'install', 'chromium']],
  ['npx', ['playwright', 'install', '--with-deps', 'chromium']],
  fromDebian('chromium-headless-shell'),
  fromDebian('chromium'),
]

/** The Chromium found, else the first that an installer brings. Throws where none can be had. */
export function needChromium(): string {
  const found = findChromium()
  if (found) return found
  for (const [command, args] of installers) {
    console.log(`No Chromium found: ${command} ${args.join(' ')}`)
    spawnSync(command, args, { stdio: 'inherit', timeout: 600_000 })
    const installed = findChromium()
    if (installed) return installed
  }
  throw new Error('No Chromium could be found or installed: set CHROMIUM_PATH to one.')
}
