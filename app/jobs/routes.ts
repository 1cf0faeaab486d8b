import type { RouteConfig } from '@remix-run/route-config'
import { route } from '@remix-run/route-config'

/** The demo’s clock. */
export const jobsRoutes = [route('demo/clock/:by', 'jobs/pages/demo-clock.ts')] satisfies RouteConfig
