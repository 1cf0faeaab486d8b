import { settings } from '#app/settings/settings.server'
import { isDemo } from './clock.server'
import { notFound } from './refusal'

/** 404 in production: what follows is for the demo on somebody's machine, and for tests. */
export function insistDemo(): void {
  if (settings.isProduction) throw notFound()
}

/** 404 unless the database is marked as a demo: nobody moves a real program's clock. */
export function insistDemoDatabase(): void {
  if (!isDemo()) throw notFound()
}
