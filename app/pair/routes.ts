import type { RouteConfig } from '@remix-run/route-config'
import { route } from '@remix-run/route-config'

/** Who works with whom. */
export const pairRoutes = [
  route('pairings', 'pair/pages/pairings-now.ts'),
  route('pairings/:blockId', 'pair/pages/pairings.tsx'),
  route('pairings/:blockId/publication', 'pair/pages/pairings-publication.tsx'),
  route('rotation', 'pair/pages/rotation.tsx'),
] satisfies RouteConfig
