import type { Tone } from '#app/ui/tag'
import type { Workflow } from '#app/workflow/workflow'
import type { placements } from '#db/schema/index'

export type Placement = typeof placements.$inferSelect
export type PlacementStatus = Placement['status']

/** Every way a placement moves. Placing inserts the row; removing a draft deletes it, and its event stays. */
export const placementWorkflow = {
  place: { from: [], to: 'draft', by: 'placement.arrange' },
  overbook: { from: [], to: 'draft', by: 'placement.overbook' },
  offer: { from: ['draft'], to: 'offered', by: 'placement.offer', undo: 'retract' },
  retract: { from: ['offered'], to: 'draft', by: 'placement.arrange' },
  accept: { from: ['offered'], to: 'accepted', by: 'placement.answer' },
  enroll: { from: ['draft'], to: 'accepted', by: 'placement.arrange', undo: 'take back' },
  'take back': { from: ['accepted', 'confirmed'], to: 'draft', by: 'placement.arrange' },
  confirm: { from: ['accepted'], to: 'confirmed', by: 'placement.confirm' },
  decline: { from: ['offered'], to: 'declined', by: 'placement.answer' },
  lapse: { from: ['offered'], to: 'lapsed', by: 'placement.lapse' },
  withdraw: { from: ['offered', 'accepted', 'confirmed'], to: 'withdrawn', by: 'placement.withdraw' },
  cancel: { from: ['offered', 'accepted', 'confirmed'], to: 'cancelled', by: 'placement.cancel' },
  move: { from: ['offered', 'accepted', 'confirmed'], to: 'cancelled', by: 'placement.cancel' },
  complete: { from: ['confirmed'], to: 'completed', by: 'placement.complete' },
} as const satisfies Workflow<PlacementStatus>
export type PlacementStep = keyof typeof placementWorkflow

/** A live placement holds its seat; so do a draft and an open offer. */
export const live = ['draft', 'offered', 'accepted', 'confirmed', 'completed'] as const satisfies PlacementStatus[]

/** The tag that staff and student read. */
export const placementTags: Record<PlacementStatus, { label: string; tone: Tone }> = {
  draft: { label: 'Draft', tone: 'neutral' },
  offered: { label: 'Offer sent', tone: 'warn' },
  accepted: { label: 'Accepted', tone: 'info' },
  confirmed: { label: 'Confirmed', tone: 'ok' },
  completed: { label: 'Completed', tone: 'neutral' },
  declined: { label: 'Declined', tone: 'neutral' },
  lapsed: { label: 'Lapsed', tone: 'neutral' },
  withdrawn: { label: 'Withdrawn', tone: 'neutral' },
  cancelled: { label: 'Cancelled', tone: 'bad' },
}
