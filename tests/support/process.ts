import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'

/** A child of a test: what it has said so far, and how to end it. */
export type Child = {
  process: ChildProcess
  said: () => string
  /** SIGTERM, as an operator would; resolves with the exit code. */
  stop: () => Promise<number | null>
  /** SIGKILL, as a power cut would. */
  kill: () => Promise<void>
}

const children = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL')
})

/** Starts a program; it never outlives the test process. */
export function run(command: string, args: string[], env: Record<string, string | undefined> = process.env): Child {
  const child = spawn(command, args, { env: env as NodeJS.ProcessEnv, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  children.add(child)
  const ended = once(child, 'exit').then(() => void children.delete(child))
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await ended
    return child.exitCode
  }
  return {
    process: child,
    said: () => output,
    stop: () => end('SIGTERM'),
    kill: async () => void (await end('SIGKILL')),
  }
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

/** Asks until `url` answers 200; throws with what the child said when it ends or 90 s pass first. */
export async function answers(url: string, child: Child): Promise<void> {
  const until = Date.now() + 90_000
  while (Date.now() < until && child.process.exitCode === null) {
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await child.kill()
  throw new Error(`${url} never answered:\n${child.said()}`)
}
