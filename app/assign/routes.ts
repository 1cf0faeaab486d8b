import type { RouteConfig } from '@remix-run/route-config'
import { route } from '@remix-run/route-config'

/** Places: the student’s own, and the board. */
export const assignRoutes = [
  // student
  route('placements/:placementId', 'assign/pages/placement.tsx'),
  route('placements/:placementId/acceptance', 'assign/pages/placement-acceptance.ts'),
  route('placements/:placementId/refusal', 'assign/pages/placement-refusal.tsx'),
  route('placements/:placementId/withdrawal', 'assign/pages/placement-withdrawal.tsx'),
  route('placements/:placementId/waitlisting', 'assign/pages/placement-waitlisting.ts'),
  route('applications/:applicationId/wishes', 'assign/pages/wish-fates.tsx'),

  // coordinator
  route('settings/placing', 'assign/pages/settings-placing.tsx'),
  route('board', 'assign/pages/boards.ts'),
  route('board/:year', 'assign/pages/board.tsx'),
  route('board/:year.csv', 'assign/pages/board-csv.ts'),
  route('board/:year/placements', 'assign/pages/board-placement.ts'),
  route('board/:year/list', 'assign/pages/list.tsx'),
  route('board/:year/list/drafts', 'assign/pages/list-drafts.ts'),
  route('board/:year/drafts/removal', 'assign/pages/drafts-removal.ts'),
  route('board/:year/overbooking', 'assign/pages/overbooking.tsx'),
  route('board/:year/blocks/:blockId/cancellation', 'assign/pages/block-cancellation.tsx'),
  route('board/:year/blocks/:blockId/move', 'assign/pages/block-move.tsx'),
  route('board/:year/blocks/:blockId/plan/removal', 'assign/pages/block-plan-removal.ts'),
  route('board/:year/proposal', 'assign/pages/proposal.tsx'),
  route('board/:year/proposal/acceptance', 'assign/pages/proposal-acceptance.tsx'),
  route('board/:year/proposal/removal', 'assign/pages/proposal-removal.ts'),
  route('board/:year/publication', 'assign/pages/publication.tsx'),
  route('board/:year/retraction', 'assign/pages/retraction.ts'),
  route('waitlist/:year', 'assign/pages/waitlist.tsx'),
  route('waitlist/:year/:openingId', 'assign/pages/waitlist-opening.tsx'),
  route('waitlist/:year/:openingId/pause', 'assign/pages/waitlist-pause.tsx'),
  route('waitlist/:year/:openingId/resumption', 'assign/pages/waitlist-resumption.ts'),
  route('waitlist/:year/:openingId/order', 'assign/pages/waitlist-order.tsx'),
  route('waitlist/:year/:openingId/undo', 'assign/pages/waitlist-undo.ts'),
  route('waitlist/:year/:openingId/offer', 'assign/pages/waitlist-offer.tsx'),
  route('placements/:placementId/removal', 'assign/pages/placement-removal.ts'),
  route('placements/:placementId/removal/undo', 'assign/pages/placement-removal-undo.ts'),
  route('placements/:placementId/renewal', 'assign/pages/placement-renewal.ts'),
  route('placements/:placementId/pin', 'assign/pages/placement-pin.ts'),
  route('placements/:placementId/unpinning', 'assign/pages/placement-unpinning.ts'),
  route('placements/:placementId/cancellation', 'assign/pages/placement-cancellation.tsx'),
] satisfies RouteConfig
