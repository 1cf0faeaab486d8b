import { mode } from '#app/settings/mode.server'
import '#app/follows.server'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createRequestHandler } from '@remix-run/express'
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import compression from 'compression'
import type { ErrorRequestHandler, Express, Request, RequestHandler, Response } from 'express'
import express from 'express'
import type { ViteDevServer } from 'vite'
import { shipQuestionnaires } from '#app/evaluate/questionnaires.server'
import { startRunner } from '#app/jobs/runner.server'
import { arriving } from '#app/people/arrival.server'
import { ensureCoordinator, nobodyToInvite } from '#app/people/first-coordinator.server'
import { settings } from '#app/settings/settings.server'
import { ensureBuilt } from '#app/workflow/build.server'
import { isDemo, loadClock } from '#app/workflow/clock.server'
import { canonicalHost, onlyKnownMethods, sameSiteOnly } from '#app/workflow/cross-site.server'
import { disclosing } from '#app/workflow/disclosures.server'
import { nonced, securityHeaders, storedNowhere } from '#app/workflow/headers.server'
import { alive, ready } from '#app/workflow/health.server'
import { bodyLimited } from '#app/workflow/limits.server'
import { isAnswer, log, logged } from '#app/workflow/log.server'
import { inSections } from '#app/workflow/sections.server'
import { stopsGracefully } from '#app/workflow/stop.server'
import { closeDatabase, openDatabase } from '#db/client'
import { checkDatabase, migrateDatabase } from '#db/migrate'

const isDev = mode === 'development'
const isMigrating = process.argv.includes('--migrate')
const still = { index: false, redirect: false } as const

/** The HTTP edge in the order a request meets it; Remix stands at its end. */
function edge(vite: ViteDevServer | undefined, answering: RequestHandler): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', settings.trustProxy)
  app.use(logged, nonced, securityHeaders(isDev), onlyKnownMethods, sameSiteOnly, canonicalHost)
  app.get('/healthz', alive)
  app.get('/readyz', ready)
  app.use(compression())
  if (vite) app.use(vite.middlewares)
  else app.use('/assets', express.static('build/client/assets', { ...still, immutable: true, maxAge: '1y' }))
  if (!vite) app.use(express.static('build/client', { ...still, maxAge: '1h' }))
  app.use(storedNowhere, bodyLimited)
  app.all('*', answering)
  app.use(failed)
  return app
}

/** What every loader and action is given. */
function loadContext(req: Request, res: Response): AppLoadContext {
  const report = (error: unknown) => void (isAnswer(error) || req.log.error({ err: error }, 'bug'))
  const path = askedPath(req.originalUrl)
  const arrival = arriving(req, res, path, report)
  return {
    nonce: res.locals.nonce,
    requestId: String(req.id),
    address: req.ip ?? '',
    path,
    report,
    ...arrival,
    disclose: disclosing(res, arrival.person, report),
  }
}

/** The page that was asked for, whether by a document or by a `.data` request. */
function askedPath(originalUrl: string): string {
  const url = new URL(originalUrl, 'http://portal')
  url.searchParams.delete('_routes')
  return url.pathname.replace(/\/_root\.data$/, '/').replace(/\.data$/, '') + url.search
}

/** What Remix did not catch: an address that cannot be decoded is the sender's fault, all else is ours. */
const failed: ErrorRequestHandler = (error, req, res, _next) => {
  if (res.headersSent) return
  const isTheirs = error.status >= 400 && error.status < 500
  if (!isTheirs) req.log.error({ err: error }, 'bug')
  const sentence = isTheirs
    ? 'This address cannot be read. Check the link and try again.'
    : 'Something went wrong on our side. Nothing was changed. Try again in a minute.'
  res
    .status(isTheirs ? 400 : 500)
    .type('text')
    .send(sentence)
}

type Build = ServerBuild | (() => Promise<ServerBuild>)
const answers = (build: Build): RequestHandler => createRequestHandler({ build, getLoadContext: loadContext })

/** Remix with the pages: in development as they stand now, else as they were built, a part of them a section. */
async function pages(vite: ViteDevServer | undefined): Promise<RequestHandler> {
  if (vite) return answers(() => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>)
  return inSections(await import(pathToFileURL(resolve('build/server/index.js')).href), answers)
}

/**
 * Opens the database, brings it to this schema, and sets the program's clock; the demo fills an empty one.
 * On a libSQL server many processes start at once, so there `npm run migrate` is a step of its own.
 */
async function openHouse(): Promise<void> {
  const { databaseUrl: url, databaseAuthToken: authToken, databaseKey: encryptionKey } = settings
  const isFile = url.startsWith('file:')
  if (isFile) mkdirSync(dirname(url.slice('file:'.length)), { recursive: true })
  openDatabase({ url, authToken, encryptionKey })
  await (isFile || isMigrating ? migrateDatabase() : checkDatabase())
  if (!settings.isProduction && !isMigrating) await (await import('#db/seed/index')).seedIfEmpty()
  await loadClock()
  if (!settings.isProduction) return
  if (isDemo()) throw new Error(demoInProduction)
  await shipQuestionnaires()
  if (!(await ensureCoordinator(settings.firstCoordinator))) console.warn(nobodyToInvite)
}

const demoInProduction =
  'This database is a demonstration: its people are invented and its messages are printed, not sent. ' +
  'Set DATABASE_URL to a database of your own.'

async function devServer(): Promise<ViteDevServer | undefined> {
  if (!isDev) return undefined
  const { createServer } = await import('vite')
  return createServer({ configFile: 'remix.config.js', server: { middlewareMode: true } })
}

async function start(): Promise<void> {
  if (isMigrating) return openHouse().then(closeDatabase)
  const building = isDev ? undefined : ensureBuilt()
  if (settings.isProduction) await building // what cannot be built must not touch its database
  await Promise.all([building, openHouse()])
  const vite = await devServer()
  const server = createServer(edge(vite, await pages(vite)))
  const stopRunner = startRunner()
  stopsGracefully(server, [() => vite?.close(), stopRunner, closeDatabase])
  server.once('error', refuse)
  server.listen(settings.port, () => {
    const { port } = server.address() as AddressInfo
    console.log(`The portal is open at ${settings.isOriginFixed ? settings.origin : `http://localhost:${port}`}`)
  })
}

function refuse(problem: Error): never {
  log.debug({ err: problem }, 'not started')
  console.error(problem.message)
  process.exit(1)
}

start().catch(refuse)
