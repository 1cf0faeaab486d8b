import type { RouteConfig } from '@remix-run/route-config'
import { route } from '@remix-run/route-config'

/** A student’s application, the school’s word, and the review. */
export const applyRoutes = [
  // by link
  route('s/:token', 'apply/pages/school.tsx'),
  route('s/:token/refusal', 'apply/pages/school-refusal.tsx'),

  // student
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

  // coordinator and reviewers
  route('review', 'apply/pages/review.tsx'),
  route('review/:applicationId', 'apply/pages/review-record.tsx'),
  route('review/:applicationId/eligibility', 'apply/pages/eligibility.ts'),
  route('review/:applicationId/return', 'apply/pages/return.tsx'),
  route('review/:applicationId/no-offer', 'apply/pages/no-offer.tsx'),
  route('review/:applicationId/waitlisting', 'apply/pages/waitlisting.ts'),
  route('review/:applicationId/undo', 'apply/pages/review-undo.ts'),
  route('review/:applicationId/score', 'apply/pages/score.ts'),
  route('review/:applicationId/score/signature', 'apply/pages/score-signature.ts'),
  route('review/:applicationId/score/conflict', 'apply/pages/score-conflict.ts'),
  route('review/:applicationId/documents/:documentId/acceptance', 'apply/pages/document-acceptance.ts'),
  route('review/:applicationId/documents/:documentId/problem', 'apply/pages/document-problem.ts'),
  route('review/:applicationId/documents/:documentId/undo', 'apply/pages/document-undo.ts'),
] satisfies RouteConfig
