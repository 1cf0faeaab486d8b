import type { RouteConfig } from '@remix-run/route-config'
import { route } from '@remix-run/route-config'

/** The roster, messages, background work and what happened. */
export const reportRoutes = [
  route('messages', 'report/pages/messages.tsx'),
  route('messages/:messageId/resending', 'report/pages/message-resending.ts'),
  route('roster/:year', 'report/pages/roster.tsx'),
  route('roster/:year.csv', 'report/pages/roster-csv.ts'),
  route('roster/:year.pdf', 'report/pages/roster-pdf.ts'),
  route('work', 'report/pages/work.tsx'),
  route('work/:jobId/start', 'report/pages/work-start.ts'),
  route('events', 'report/pages/events.tsx'),

  // demo and tests
  route('dev/mail', 'report/pages/dev-mail.tsx'),
  route('styleguide', 'report/pages/styleguide.tsx'),
] satisfies RouteConfig
