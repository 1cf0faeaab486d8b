import { settings } from '#app/settings/settings.server'
import { notFound } from './refusal'

/** 404 in production: what follows is for the demo on somebody's machine, and for tests. */
export function insistDemo(): void {
  if (settings.isProduction) throw notFound()
}
