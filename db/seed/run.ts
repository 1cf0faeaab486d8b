import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { settings } from '#app/settings/settings.server'
import { closeDatabase, openDatabase } from '#db/client'
import { migrateDatabase } from '#db/migrate'
import { seedIfEmpty } from './index'

if (settings.isProduction) {
  console.error('The demo is loaded only into a demo database: unset DATABASE_URL and NODE_ENV.')
  process.exit(1)
}
mkdirSync(dirname(settings.databaseUrl.replace('file:', '')), { recursive: true })
openDatabase({ url: settings.databaseUrl })
await migrateDatabase()
const isSeeded = await seedIfEmpty()
console.log(isSeeded ? 'The demo year is loaded.' : 'The database is not empty: nothing was changed.')
closeDatabase()
