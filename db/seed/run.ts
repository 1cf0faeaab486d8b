import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { settings } from '#app/settings/settings.server'
import { closeDatabase, openDatabase } from '#db/client'
import { migrateDatabase } from '#db/migrate'
import { seedIfEmpty } from './index'
import { seedLarger } from './larger'

// npm run seed [-- --applicants 1000 --years 10]: the demo year, or a larger world around it, into an empty database.
function refuse(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}

function sizeWanted() {
  const options = { applicants: { type: 'string', default: '44' }, years: { type: 'string', default: '1' } } as const
  const { values } = parseArgs({ options })
  const [applicants, years] = [Number(values.applicants), Number(values.years)]
  const isWhole = [applicants, years].every((n) => Number.isInteger(n) && n > 0)
  if (!isWhole || applicants > 10_000 || years > 50) refuse('Say --applicants 1 to 10000 a year, and --years 1 to 50.')
  return { applicants, years }
}

if (settings.isProduction) refuse('The demo is loaded only into a demo database: unset DATABASE_URL and NODE_ENV.')
const size = sizeWanted()
mkdirSync(dirname(settings.databaseUrl.replace('file:', '')), { recursive: true })
openDatabase({ url: settings.databaseUrl })
await migrateDatabase()
const isSeeded = await seedIfEmpty()
if (isSeeded) await seedLarger(size)
console.log(isSeeded ? saidOf(size) : 'The database is not empty: nothing was changed.')
closeDatabase()

function saidOf({ applicants, years }: typeof size): string {
  if (applicants <= 44 && years === 1) return 'The demo year is loaded.'
  return `The demo year is loaded, with ${applicants} applicants a year in ${years} ${years === 1 ? 'year' : 'years'}.`
}
