import { readFileSync } from 'node:fs'
import { createClient } from '@libsql/client'
import Fastify from 'fastify'
import type { Recording } from './recorder'

// What a page costs at the least: the same queries on the same driver, and the same HTML put together from strings.
const [, , port, database, recordingFile] = process.argv
const recording = JSON.parse(readFileSync(recordingFile, 'utf8')) as Recording
const client = createClient({ url: `file:${database}` })
const pieces = Object.fromEntries(Object.entries(recording).map(([path, { html }]) => [path, html.split(/(?<=>)/)]))
const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (value: unknown) => String(value).replace(/[&<>"]/g, (sign) => signs[sign])

const app = Fastify()
app.get('/readyz', () => 'ready')
app.get('/*', async (request, reply) => {
  const { calls } = recording[request.url]
  let cells = 0
  for (const call of calls) {
    const results = call.length === 1 ? [await client.execute(call[0])] : await client.batch(call)
    for (const { rows, columns } of results)
      for (const row of rows) for (const at of columns.keys()) cells += escaped(row[at]).length
  }
  let html = ''
  for (const piece of pieces[request.url]) html += piece
  return reply.type('text/html').header('x-cells', cells).send(html)
})
await app.listen({ port: Number(port) })
