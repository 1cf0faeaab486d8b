import { settings } from '#app/settings/settings.server'
import { read } from '#db/client'
import { program } from '#db/schema/index'

/** The one row of settings, as a query for `readAll`. */
export const theProgram = () => read.select().from(program).limit(1)

/** The absolute address of a public page: its canonical link. */
export const publicAddress = (path: string) => new URL(path, settings.origin).href

/** The settings; undefined before the program is set up. */
export const findProgram = async () => (await theProgram())[0]
