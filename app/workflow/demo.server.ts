import { settings } from '#app/settings/settings.server'
import { isDemo } from './clock.server'
import { notFound } from './refusal'

/** 404 wherever real people are: what follows is for the demo and for tests. */
export function insistDemo(): void {
  if (!isDemo() && settings.isProduction) throw notFound()
}
