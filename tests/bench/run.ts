import { type Figure, isMet, say } from './figure'
import { benchLighthouse } from './lighthouse'
import { benchPages } from './pages'

// npm run bench [-- name …] [--json]: one line a figure. A missed bar is printed as such; nothing fails by it.
const benches: Record<string, () => Promise<Figure[]>> = { pages: benchPages, lighthouse: benchLighthouse }
const isJson = process.argv.includes('--json')
const named = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const unknown = named.filter((name) => !benches[name])
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`)
  process.exit(1)
}
const figures: Figure[] = []
for (const name of named.length > 0 ? named : Object.keys(benches)) {
  const found = await benches[name]()
  for (const figure of found) say(figure, isJson)
  figures.push(...found)
}
const missed = figures.filter((figure) => !isMet(figure))
if (!isJson) console.log(`${figures.length} figures, ${missed.length} missed their bar.`)
process.exit(0)
