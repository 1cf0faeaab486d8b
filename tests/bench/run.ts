import { benchAssign } from './assign'
import { type Figure, isMet, say } from './figure'
import { benchLighthouse } from './lighthouse'
import { benchPages } from './pages'

// npm run bench [-- name …] [--json]: one line a figure. A missed bar is printed as such; nothing fails by it.
// Numbers after `assign` name its bars: `npm run bench assign 1 4`.
type Bench = (numbers: string[]) => Promise<Figure[]> | AsyncGenerator<Figure>
const benches: Record<string, Bench> = {
  pages: benchPages,
  lighthouse: benchLighthouse,
  assign: benchAssign,
}
const isJson = process.argv.includes('--json')
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const isNumber = (word: string) => /^\d+$/.test(word)
const named = words.filter((word) => !isNumber(word))
const unknown = named.filter((name) => !benches[name])
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`)
  process.exit(1)
}
const figures: Figure[] = []
for (const name of named.length > 0 ? named : Object.keys(benches)) {
  for await (const figure of await benches[name](words.filter(isNumber))) {
    say(figure, isJson)
    figures.push(figure)
  }
}
const missed = figures.filter((figure) => !isMet(figure))
if (!isJson) console.log(`${figures.length} figures, ${missed.length} missed their bar.`)
process.exit(0)
