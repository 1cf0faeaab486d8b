import type { Tone } from '#app/ui/tag'
import type { Workflow } from '#app/workflow/workflow'
import type { documents } from '#db/schema/index'

export type Document = typeof documents.$inferSelect
export type DocumentStatus = Document['status']

/** Handing in inserts a row; a newer one takes its place and the old row stays, no longer current. */
export const documentWorkflow = {
  accept: { from: ['received', 'problem'], to: 'accepted', by: 'document.check', undo: 'uncheck' },
  refuse: { from: ['received', 'accepted'], to: 'problem', by: 'document.check', undo: 'uncheck' },
  uncheck: { from: ['accepted', 'problem'], to: 'received', by: 'document.check' },
  expire: { from: ['accepted'], to: 'expired', by: 'document.expire' },
} as const satisfies Workflow<DocumentStatus>
export type DocumentStep = keyof typeof documentWorkflow

/** The tag beside a document, the same for student and staff. */
export const documentTags: Record<DocumentStatus, { label: string; tone: Tone }> = {
  received: { label: 'Received', tone: 'info' },
  accepted: { label: 'Accepted', tone: 'ok' },
  problem: { label: 'There is a problem', tone: 'bad' },
  expired: { label: 'Expired', tone: 'bad' },
}

/** What everybody but the student and the health reviewer sees of a health document: cleared, or not. */
export const clearance = (status: DocumentStatus | undefined): { label: string; tone: Tone } =>
  status === 'accepted' ? { label: 'Cleared', tone: 'ok' } : { label: 'Not cleared', tone: 'neutral' }
