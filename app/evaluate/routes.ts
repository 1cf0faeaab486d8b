import type { RouteConfig } from '@remix-run/route-config'
import { route } from '@remix-run/route-config'

/** Evaluations, grades and letters. */
export const evaluateRoutes = [
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
] satisfies RouteConfig
