import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { tsImport } from 'tsx/esm/api'

// Solving blocks its thread: this is that thread. A task names a function of a room's own file, since functions cannot
// be posted; the file is found from the package's root, whether the portal runs from its sources or from the build.
const rooms = new Map()
const load = (file) => {
  const url = pathToFileURL(resolve(workerData.root, file)).href
  if (!rooms.has(file)) rooms.set(file, tsImport(url, import.meta.url))
  return rooms.get(file)
}

parentPort.on('message', async ({ file, name, question }) => {
  try {
    const room = await load(file)
    parentPort.postMessage({ kind: 'started' })
    const progress = (share) => parentPort.postMessage({ kind: 'progress', share })
    // As text: a large answer is read from it in half the time that a clone takes, which keeps the portal answering.
    parentPort.postMessage({ kind: 'done', answer: JSON.stringify(await room[name](question, progress)) })
  } catch (error) {
    // Only the message: a refused model would bring the solver's whole minified source along.
    parentPort.postMessage({ kind: 'failed', message: String(error?.message ?? error).slice(0, 500) })
  }
})
