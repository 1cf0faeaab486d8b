import type { RouteConfig } from '@remix-run/route-config'
import { layout } from '@remix-run/route-config'
import { applyRoutes } from './apply/routes'
import { assignRoutes } from './assign/routes'
import { evaluateRoutes } from './evaluate/routes'
import { jobsRoutes } from './jobs/routes'
import { pairRoutes } from './pair/routes'
import { peopleRoutes } from './people/routes'
import { programRoutes } from './program/routes'
import { reportRoutes } from './report/routes'
import { todayRoutes } from './today/routes'
import { uiRoutes } from './ui/routes'

/** Every URL of the portal: the table of contents, a list a room. */
const pages = [
  ...programRoutes,
  ...peopleRoutes,
  ...applyRoutes,
  ...assignRoutes,
  ...pairRoutes,
  ...evaluateRoutes,
  ...todayRoutes,
  ...reportRoutes,
  ...jobsRoutes,
  ...uiRoutes,
] satisfies RouteConfig

export default [layout('ui/pages/frame.tsx', pages)] satisfies RouteConfig
