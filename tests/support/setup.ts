import '#app/settings/mode.server' // first, as the server does: React is as fast here as there
import { afterAll } from 'vitest'
import { leaveDatabase } from './database'

afterAll(leaveDatabase)
