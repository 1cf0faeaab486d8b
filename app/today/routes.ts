import type { RouteConfig } from '@remix-run/route-config'
import { route } from '@remix-run/route-config'

/** What is mine to do. */
export const todayRoutes = [route('today', 'today/pages/today.tsx')] satisfies RouteConfig
