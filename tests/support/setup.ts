import { afterAll } from 'vitest'
import { leaveDatabase } from './database'

afterAll(leaveDatabase)
