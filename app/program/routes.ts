import type { RouteConfig } from '@remix-run/route-config'
import { index, route } from '@remix-run/route-config'

/** What the program is, to everyone, and its settings. */
export const programRoutes = [
  // everyone
  index('program/pages/home.tsx'),
  route('program/services', 'program/pages/services.tsx'),
  route('program/curriculum', 'program/pages/curriculum.tsx'),
  route('program/people', 'program/pages/people.tsx'),
  route('program/conferences', 'program/pages/conferences.tsx'),
  route('clerkships', 'program/pages/clerkships.tsx'),
  route('clerkships/:slug', 'program/pages/clerkship.tsx'),
  route('help', 'program/pages/help.tsx'),

  // search engines and browsers
  route('sitemap.xml', 'program/pages/sitemap.ts'),
  route('robots.txt', 'program/pages/robots.ts'),
  route('.well-known/security.txt', 'program/pages/security.ts'),

  // a person
  route('people/:personId', 'program/pages/person.tsx'),
  route('people/:personId/teaching', 'program/pages/person-teaching.tsx'),

  // settings
  route('settings', 'program/pages/settings.tsx'),
  route('settings/program', 'program/pages/settings-program.tsx'),
  route('settings/figures/:of?', 'program/pages/settings-figures.tsx'),
  route('settings/services', 'program/pages/settings-services.tsx'),
  route('settings/services/new', 'program/pages/service-new.tsx'),
  route('settings/services/:serviceSlug', 'program/pages/service.tsx'),
  route('settings/services/:serviceSlug/removal', 'program/pages/service-removal.ts'),
  route('settings/services/:serviceSlug/sessions', 'program/pages/service-sessions.tsx'),
  route('settings/services/:serviceSlug/week', 'program/pages/service-week.tsx'),
  route('settings/services/:serviceSlug/procedures', 'program/pages/service-procedures.tsx'),
  route('settings/conferences', 'program/pages/settings-conferences.tsx'),
  route('settings/conferences/new', 'program/pages/conference-new.tsx'),
  route('settings/conferences/:conferenceId', 'program/pages/conference.tsx'),
  route('settings/conferences/:conferenceId/removal', 'program/pages/conference-removal.ts'),
  route('settings/clinic-days', 'program/pages/settings-clinic-days.tsx'),
  route('settings/clinic-days/:personId', 'program/pages/clinic-days.tsx'),
  route('settings/curriculum', 'program/pages/settings-curriculum.tsx'),
  route('settings/curriculum/:pgy', 'program/pages/curriculum-year.tsx'),
  route('settings/years', 'program/pages/settings-years.tsx'),
  route('settings/years/new', 'program/pages/year-new.tsx'),
  route('settings/years/:year', 'program/pages/settings-year.tsx'),
  route('settings/years/:year/dates', 'program/pages/year-dates.tsx'),
  route('settings/years/:year/holidays', 'program/pages/year-holidays.tsx'),
  route('settings/years/:year/copy', 'program/pages/year-copy.tsx'),
  route('settings/years/:year/removal', 'program/pages/year-removal.ts'),
  route('settings/years/:year/windows', 'program/pages/year-windows.tsx'),
  route('settings/years/:year/windows/removal', 'program/pages/year-windows-removal.ts'),
  route('settings/years/:year/blocks/new', 'program/pages/block-new.tsx'),
  route('settings/years/:year/blocks/:blockId', 'program/pages/block.tsx'),
  route('settings/years/:year/blocks/:blockId/removal', 'program/pages/block-removal.ts'),
  route('settings/clerkships', 'program/pages/settings-clerkships.tsx'),
  route('settings/clerkships/new', 'program/pages/clerkship-new.tsx'),
  route('clerkships/:slug/edit', 'program/pages/clerkship-edit.tsx'),
  route('clerkships/:slug/publication', 'program/pages/clerkship-publication.ts'),
  route('clerkships/:slug/closure', 'program/pages/clerkship-closure.ts'),
  route('clerkships/:slug/reopening', 'program/pages/clerkship-reopening.ts'),
  route('clerkships/:slug/removal', 'program/pages/clerkship-removal.ts'),
  route('clerkships/:slug/requirements/new', 'program/pages/requirement-new.tsx'),
  route('clerkships/:slug/requirements/order', 'program/pages/requirement-order.tsx'),
  route('clerkships/:slug/requirements/:requirement', 'program/pages/requirement.tsx'),
  route('clerkships/:slug/requirements/:requirement/removal', 'program/pages/requirement-removal.ts'),
  route('openings', 'program/pages/openings-now.ts'),
  route('openings/:year', 'program/pages/openings.tsx'),
  route('openings/:year/copy', 'program/pages/openings-copy.ts'),
  route('settings/changes/:eventId/undo', 'program/pages/change-undo.ts'),

  // the residents' schedule and the attendings' rota
  route('schedule', 'program/pages/schedules.ts'),
  route('schedule/:year', 'program/pages/schedule.tsx'),
  route('schedule/:year/entry', 'program/pages/schedule-entry.tsx'),
  route('schedule/:year/people/:personId', 'program/pages/schedule-person.tsx'),
] satisfies RouteConfig
