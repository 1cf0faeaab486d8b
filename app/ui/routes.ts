import type { RouteConfig } from '@remix-run/route-config'
import { route } from '@remix-run/route-config'

/** What belongs to no room. */
export const uiRoutes = [
  route('theme', 'ui/pages/theme.ts'),
  route('*', 'ui/pages/not-found.tsx'),
] satisfies RouteConfig
