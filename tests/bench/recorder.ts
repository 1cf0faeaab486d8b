import { writeFileSync } from 'node:fs'
import type { Client } from '@libsql/client'

// The portal itself, and beside it in its process a visitor who writes down what each page asks of the database.
await import('#app/server')
type Page = { name: string; path: string; cookie?: string }
export type Call = { sql: string; args: never[] }[]
export type Recording = Record<string, { html: string; calls: Call[] }>

const [, , base, pagesJson, out] = process.argv
const home = globalThis as { portalDatabase?: { db?: { $client: Client } } }
let calls: Call[] | undefined

function listen(client: Client): void {
  const { execute, batch } = client
  client.execute = ((...args: Parameters<Client['execute']>) => {
    calls?.push([args[0] as never])
    return execute.apply(client, args)
  }) as Client['execute']
  client.batch = (statements, mode) => {
    calls?.push(statements as never)
    return batch.call(client, statements, mode)
  }
}

async function ask({ path, cookie }: Page): Promise<string> {
  const answer = await fetch(`${base}${path}`, {
    headers: { 'sec-fetch-site': 'same-origin', ...(cookie && { cookie }) },
  })
  if (!answer.ok && path !== '/no-such-page') throw new Error(`${path} answered ${answer.status}`)
  return answer.text()
}

while (
  !(await fetch(`${base}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  ))
)
  await new Promise((go) => setTimeout(go, 50))
listen(home.portalDatabase!.db!.$client)
const recording: Recording = {}
for (const page of JSON.parse(pagesJson) as Page[]) {
  await ask(page)
  calls = []
  const html = await ask(page)
  recording[page.path] = { html, calls }
  calls = undefined
}
writeFileSync(out, JSON.stringify(recording))
process.exit(0)
