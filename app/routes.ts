import type { RouteConfig } from '@remix-run/route-config'
import { index, layout, route } from '@remix-run/route-config'

/** Every URL of the portal: the table of contents. */
const pages = [
  // everyone
  index('program/pages/home.tsx'),
  route('program/services', 'program/pages/services.tsx'),
  route('program/curriculum', 'program/pages/curriculum.tsx'),
  route('program/people', 'program/pages/people.tsx'),
  route('program/conferences', 'program/pages/conferences.tsx'),
  route('clerkships', 'program/pages/clerkships.tsx'),
  route('clerkships/:slug', 'program/pages/clerkship.tsx'),
  route('help', 'program/pages/help.tsx'),

  route('sitemap.xml', 'program/pages/sitemap.ts'),
  route('robots.txt', 'program/pages/robots.ts'),
  route('.well-known/security.txt', 'program/pages/security.ts'),
  route('.well-known/change-password', 'people/pages/change-password.ts'),

  // signing in
  route('sign-in', 'people/pages/sign-in.tsx'),
  route('sign-in/code', 'people/pages/sign-in-code.tsx'),
  route('sign-in/as', 'people/pages/sign-in-as.ts'),
  route('sign-out', 'people/pages/sign-out.ts'),
  route('invitations/:token', 'people/pages/invitation.tsx'),
  route('account', 'people/pages/account.tsx'),
  route('account/sign-outs', 'people/pages/sign-out-everywhere.ts'),
  route('account/devices/:signInId/sign-out', 'people/pages/device-sign-out.ts'),
  route('account/addresses', 'people/pages/addresses.tsx'),
  route('account/addresses/code', 'people/pages/address-code.tsx'),
  route('account/addresses/:addressId/primary', 'people/pages/address-primary.ts'),
  route('account/addresses/:addressId/removal', 'people/pages/address-removal.ts'),
  route('people', 'people/pages/people.tsx'),
  route('people/:personId', 'program/pages/person.tsx'),
  route('people/:personId/roles', 'people/pages/person-roles.tsx'),
  route('people/:personId/teaching', 'program/pages/person-teaching.tsx'),
  route('people/invitations', 'people/pages/invitations.tsx'),
  route('people/invitations/:invitationId/revocation', 'people/pages/invitation-revocation.ts'),
  route('people/invitations/:invitationId/renewal', 'people/pages/invitation-renewal.ts'),
  route('theme', 'ui/pages/theme.ts'),

  // by link
  route('s/:token', 'apply/pages/school.tsx'),
  route('s/:token/refusal', 'apply/pages/school-refusal.tsx'),

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
  route('openings', 'program/pages/openings-now.ts'),
  route('openings/:year', 'program/pages/openings.tsx'),
  route('openings/:year/copy', 'program/pages/openings-copy.ts'),
  route('settings/changes/:eventId/undo', 'program/pages/change-undo.ts'),

  // student: apply
  route('profile', 'apply/pages/profile.tsx'),
  route('profile/draft', 'apply/pages/profile-draft.ts'),
  route('applications', 'apply/pages/applications.tsx'),
  route('applications/new', 'apply/pages/application-new.tsx'),
  route('applications/:applicationId', 'apply/pages/application.tsx'),
  route('applications/:applicationId/choices', 'apply/pages/choices.tsx'),
  route('applications/:applicationId/statement', 'apply/pages/statement.tsx'),
  route('applications/:applicationId/statement/draft', 'apply/pages/statement-draft.ts'),
  route('applications/:applicationId/documents/:requirement', 'apply/pages/document.tsx'),
  route('applications/:applicationId/documents/:requirement/file', 'apply/pages/document-file.ts'),
  route('applications/:applicationId/confirmation', 'apply/pages/confirmation.tsx'),
  route('applications/:applicationId/check', 'apply/pages/check.tsx'),
  route('applications/:applicationId/submission', 'apply/pages/submission.ts'),
  route('applications/:applicationId/withdrawal', 'apply/pages/withdrawal.tsx'),

  // coordinator and reviewers: review
  route('review', 'apply/pages/review.tsx'),
  route('review/:applicationId', 'apply/pages/review-record.tsx'),
  route('review/:applicationId/eligibility', 'apply/pages/eligibility.ts'),
  route('review/:applicationId/return', 'apply/pages/return.tsx'),
  route('review/:applicationId/no-offer', 'apply/pages/no-offer.tsx'),
  route('review/:applicationId/undo', 'apply/pages/review-undo.ts'),
  route('review/:applicationId/score', 'apply/pages/score.ts'),
  route('review/:applicationId/score/signature', 'apply/pages/score-signature.ts'),
  route('review/:applicationId/score/conflict', 'apply/pages/score-conflict.ts'),
  route('review/:applicationId/documents/:documentId/acceptance', 'apply/pages/document-acceptance.ts'),
  route('review/:applicationId/documents/:documentId/problem', 'apply/pages/document-problem.ts'),
  route('review/:applicationId/documents/:documentId/undo', 'apply/pages/document-undo.ts'),

  // the residents' schedule and the attendings' rota
  route('schedule', 'program/pages/schedules.ts'),
  route('schedule/:year', 'program/pages/schedule.tsx'),
  route('schedule/:year/entry', 'program/pages/schedule-entry.tsx'),
  route('schedule/:year/people/:personId', 'program/pages/schedule-person.tsx'),

  // assign: student
  route('placements/:placementId', 'assign/pages/placement.tsx'),
  route('placements/:placementId/acceptance', 'assign/pages/placement-acceptance.ts'),
  route('placements/:placementId/refusal', 'assign/pages/placement-refusal.tsx'),
  route('placements/:placementId/withdrawal', 'assign/pages/placement-withdrawal.tsx'),
  route('placements/:placementId/waitlisting', 'assign/pages/placement-waitlisting.ts'),

  // assign: coordinator
  route('board', 'assign/pages/boards.ts'),
  route('board/:year', 'assign/pages/board.tsx'),
  route('board/:year/placements', 'assign/pages/board-placement.ts'),
  route('board/:year/overbooking', 'assign/pages/overbooking.tsx'),
  route('board/:year/proposal', 'assign/pages/proposal.tsx'),
  route('board/:year/proposal/acceptance', 'assign/pages/proposal-acceptance.ts'),
  route('board/:year/proposal/removal', 'assign/pages/proposal-removal.ts'),
  route('board/:year/publication', 'assign/pages/publication.tsx'),
  route('board/:year/retraction', 'assign/pages/retraction.ts'),
  route('placements/:placementId/removal', 'assign/pages/placement-removal.ts'),
  route('placements/:placementId/pin', 'assign/pages/placement-pin.ts'),
  route('placements/:placementId/unpinning', 'assign/pages/placement-unpinning.ts'),
  route('placements/:placementId/cancellation', 'assign/pages/placement-cancellation.tsx'),

  // pair
  route('pairings', 'pair/pages/pairings-now.ts'),
  route('pairings/:blockId', 'pair/pages/pairings.tsx'),
  route('pairings/:blockId/publication', 'pair/pages/pairings-publication.tsx'),
  route('rotation', 'pair/pages/rotation.tsx'),

  // evaluate
  route('evaluations', 'evaluate/pages/evaluations.tsx'),
  route('evaluations/:evaluationId', 'evaluate/pages/evaluation.tsx'),
  route('evaluations/:evaluationId/draft', 'evaluate/pages/evaluation-draft.ts'),
  route('evaluations/:evaluationId/signature', 'evaluate/pages/evaluation-signature.tsx'),
  route('evaluations/:evaluationId/refusal', 'evaluate/pages/evaluation-refusal.tsx'),
  route('evaluations/:evaluationId/amendment', 'evaluate/pages/evaluation-amendment.tsx'),
  route('evaluations/:evaluationId/concern', 'evaluate/pages/evaluation-concern.tsx'),
  route('evaluations/:evaluationId/release', 'evaluate/pages/evaluation-release.ts'),
  route('completion', 'evaluate/pages/completion.tsx'),
  route('completion/reminders', 'evaluate/pages/completion-reminders.ts'),
  route('feedback', 'evaluate/pages/feedback.tsx'),
  route('placements/:placementId/grade', 'evaluate/pages/grade.tsx'),
  route('placements/:placementId/grade/signature', 'evaluate/pages/grade-signature.tsx'),
  route('placements/:placementId/letter', 'evaluate/pages/letter-request.tsx'),
  route('letters', 'evaluate/pages/letters.tsx'),
  route('letters/:letterId', 'evaluate/pages/letter.tsx'),
  route('letters/:letterId/signature', 'evaluate/pages/letter-signature.tsx'),
  route('letters/:letterId/upload', 'evaluate/pages/letter-upload.ts'),
  route('letters/:letterId/file', 'evaluate/pages/letter-file.ts'),

  // today
  route('today', 'today/pages/today.tsx'),

  // report
  route('messages', 'report/pages/messages.tsx'),
  route('messages/:messageId/resending', 'report/pages/message-resending.ts'),
  route('work', 'report/pages/work.tsx'),
  route('work/:jobId/start', 'report/pages/work-start.ts'),
  route('events', 'report/pages/events.tsx'),

  // demo and tests
  route('demo/clock/:by', 'jobs/pages/demo-clock.ts'),
  route('dev/mail', 'report/pages/dev-mail.tsx'),
  route('styleguide', 'report/pages/styleguide.tsx'),

  // whatever else
  route('*', 'ui/pages/not-found.tsx'),
] satisfies RouteConfig

export default [layout('ui/pages/frame.tsx', pages)] satisfies RouteConfig
