import { z } from 'zod'

/** The README's sample secret and the demo's: fine for trying things out, refused in production. */
export const SAMPLE_SECRET = 'change-me-to-32-random-bytes-or-more'
const SECRET_BYTES = 32

const origin = z.url({ protocol: /^https?$/, error: 'must be a web address' }).transform((text) => new URL(text).origin)
const databaseUrl = z.url({
  protocol: /^(libsql|https?|wss?|file)$/,
  error: 'must start with libsql:, https: or file:',
})
const smtpUrl = z.url({ protocol: /^smtps?$/, error: 'must start with smtp:// or smtps://' })

const shape = z.object({
  PORT: z.coerce.number({ error: 'must be a number' }).int().min(0).max(65_535).default(3000),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_FILE: z.string().default('data/portal.db'),
  DATABASE_AUTH_TOKEN: z.string().optional(),
  DATABASE_KEY: z.string().length(32, 'must have 32 characters').optional(),
  FILES_DIR: z.string().default('data/files'),
  ORIGIN: origin.optional(),
  SESSION_SECRET: z.string().optional(),
  SMTP_URL: smtpUrl.optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]+$/, 'must be one line')
    .default('Rotations portal <portal@localhost>'),
  FIRST_COORDINATOR: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.email({ error: 'must be an e-mail address' }))
    .optional(),
  TRUST_PROXY: z.coerce.number({ error: 'must be a number' }).int().min(0).max(10).default(0),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], { error: 'is not a log level' }).optional(),
  NODE_ENV: z.string().optional(),
})

type Environment = Record<string, string | undefined>
export type Settings = ReturnType<typeof readSettings>

/** Everything the environment says, checked; throws one sentence that names all that is missing or bad. */
export function readSettings(environment: Environment) {
  const filled = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const isProduction = Boolean(filled.DATABASE_URL) || filled.NODE_ENV === 'production'
  const read = shape.safeParse(filled)
  const bad = (read.error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}`)
  const problems = [...bad, ...(isProduction ? lacking(filled) : [])]
  if (problems.length || !read.data) throw new Error(`The portal cannot start: ${problems.join('; ')}.`)
  return named(read.data, isProduction)
}

/** What a portal with real people in it must have, beyond the right shape. */
function lacking({ SESSION_SECRET, ORIGIN, DATABASE_URL, SMTP_URL, MAIL_FROM }: Environment): string[] {
  const secret = Buffer.byteLength(SESSION_SECRET ?? '')
  return [
    !SESSION_SECRET && 'SESSION_SECRET is missing',
    secret > 0 && secret < SECRET_BYTES && `SESSION_SECRET has ${secret} bytes and needs at least ${SECRET_BYTES}`,
    SESSION_SECRET === SAMPLE_SECRET && "SESSION_SECRET is the README's sample",
    !ORIGIN && 'ORIGIN is missing',
    ORIGIN?.startsWith('http:') && 'ORIGIN must start with https://',
    !DATABASE_URL && 'DATABASE_URL is missing',
    !SMTP_URL && 'SMTP_URL is missing',
    !MAIL_FROM && 'MAIL_FROM is missing',
  ].filter((problem) => typeof problem === 'string')
}

function named(is: z.infer<typeof shape>, isProduction: boolean) {
  return {
    isProduction,
    port: is.PORT,
    databaseUrl: is.DATABASE_URL ?? `file:${is.DATABASE_FILE}`,
    databaseAuthToken: is.DATABASE_AUTH_TOKEN,
    databaseKey: is.DATABASE_KEY,
    filesDir: is.FILES_DIR,
    origin: is.ORIGIN ?? `http://localhost:${is.PORT}`,
    /** False in the demo without ORIGIN: then a form may come from whatever host the portal is reached by. */
    isOriginFixed: is.ORIGIN !== undefined,
    sessionSecret: is.SESSION_SECRET ?? SAMPLE_SECRET,
    smtpUrl: is.SMTP_URL,
    mailFrom: is.MAIL_FROM,
    /** Becomes a coordinator at a start at which there is none. */
    firstCoordinator: is.FIRST_COORDINATOR,
    trustProxy: is.TRUST_PROXY,
    logLevel: is.LOG_LEVEL ?? (isProduction ? ('info' as const) : ('warn' as const)),
  }
}

/** On globalThis, since Vite's bundle and tsx load two copies and only the first sees the caller's NODE_ENV. */
const kept = globalThis as typeof globalThis & { portalSettings?: Settings }

function load(): Settings {
  try {
    return readSettings(process.env)
  } catch (problem) {
    console.error((problem as Error).message)
    process.exit(1)
  }
}

kept.portalSettings ??= load()
export const settings: Settings = kept.portalSettings
