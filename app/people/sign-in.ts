import type { Role } from '#db/schema/people/actors'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
/** How long a device may stand idle: staff read other people's records, students only their own. */
const STAFF_IDLE = 2 * HOUR
const STUDENT_IDLE = 14 * DAY
/** However busy it is, a sign-in ends after this long, in milliseconds. */
export const LONGEST = 30 * DAY
/** The idle stamp is written at most this often. */
export const STAMP_EVERY = 60 * 1000

type Times = { createdAt: Date; seenAt: Date; endedAt: Date | null }

/** Whether any of these roles lets a person see records of others. */
export const isStaff = (roles: readonly Role[]) => roles.some((role) => role !== 'student')

/** Whether this sign-in still counts at this instant of the machine's clock. */
export function isOpen({ createdAt, seenAt, endedAt }: Times, roles: readonly Role[], now: Date): boolean {
  const idle = isStaff(roles) ? STAFF_IDLE : STUDENT_IDLE
  const at = now.getTime()
  return endedAt === null && at < createdAt.getTime() + LONGEST && at < seenAt.getTime() + idle
}

/** A device in words a person knows again: "Firefox on Windows". */
export function deviceOf(userAgent: string | null): string {
  const agent = userAgent ?? ''
  const first = (names: [RegExp, string][]) => names.find(([pattern]) => pattern.test(agent))?.[1]
  const browser = first([
    [/Edg/, 'Edge'],
    [/Firefox/, 'Firefox'],
    [/Chrome|CriOS/, 'Chrome'],
    [/Safari/, 'Safari'],
  ])
  const system = first([
    [/iPhone/, 'iPhone'],
    [/iPad/, 'iPad'],
    [/Android/, 'Android'],
    [/Windows/, 'Windows'],
    [/Mac OS/, 'Mac'],
    [/Linux/, 'Linux'],
  ])
  return browser && system ? `${browser} on ${system}` : (browser ?? system ?? 'Another device')
}

const HERE = 'http://here.invalid'

/** A path of this site to go on to after signing in; never another origin, nor the sign-in page itself. */
export function nextPath(value: unknown): string {
  if (typeof value !== 'string' || !/^\/(?![/\\])/.test(value) || !URL.canParse(value, HERE)) return '/today'
  const { origin, pathname, search } = new URL(value, HERE)
  return origin === HERE && !pathname.startsWith('/sign-in') ? pathname + search : '/today'
}

/** The page that asks for the code sent to this address. */
export const codePath = (email: string) => `/sign-in/code?${new URLSearchParams({ email })}`

/** The page that asks a signed-in person for the code sent to an address they add. */
export const addressCodePath = (email: string) => `/account/addresses/code?${new URLSearchParams({ email })}`
