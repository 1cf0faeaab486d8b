import { createHmac, randomInt } from 'node:crypto'
import { settings } from '#app/settings/settings.server'

export const CODE_DIGITS = 6
/** Minutes in which a code counts, and how often it may be typed wrong. */
export const CODE_MINUTES = 15
export const MOST_TRIES = 5

/** Six digits by chance. */
export const newCode = () => String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0')

/** What the database keeps of a code: worth nothing without the portal's secret. */
export const codeHash = (email: string, code: string) =>
  createHmac('sha256', settings.sessionSecret).update(`${email} ${code}`).digest('hex')

export const codeExpiry = (now: Date) => new Date(now.getTime() + CODE_MINUTES * 60_000)
