import type { RouteConfig } from '@remix-run/route-config'
import { route } from '@remix-run/route-config'

/** Messages, background work and what happened. */
export const reportRoutes = [
  route('messages', 'report/pages/messages.tsx'),
  route('messages/:messageId/resending', 'report/pages/message-resending.ts'),
  route('work', 'report/pages/work.tsx'),
  route('work/:jobId/start', 'report/pages/work-start.ts'),
  route('events', 'report/pages/events.tsx'),

  // demo and tests
  route('dev/mail', 'report/pages/dev-mail.tsx'),
  route('styleguide', 'report/pages/styleguide.tsx'),
] satisfies RouteConfig
