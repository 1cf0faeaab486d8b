import type { reviews } from '#db/schema/index'

export type Review = typeof reviews.$inferSelect

/** The tabs of the worklist, in the order of an application's life. */
export const stages = {
  review: 'To review',
  school: 'Waiting for home school',
  papers: 'Documents to check',
  health: 'Health documents',
  returned: 'Returned',
  eligible: 'Eligible',
  waitlisted: 'Waitlisted',
  placed: 'Placed',
  closed: 'Not offered',
  withdrawn: 'Withdrawn',
  all: 'All',
} as const
export type Stage = keyof typeof stages
export const isStage = (name: string | null): name is Stage => name !== null && name in stages

/** The scorecard: words, not numbers; four points and no middle. The place in the row is its points, 0 to 3. */
export const scoreRows = [
  { key: 'why', name: 'Why they come', words: ['Not said', 'General', 'Specific', 'Specific and lived'] },
  { key: 'record', name: 'Clinical record', words: ['Concerns', 'Sound', 'Strong', 'Outstanding'] },
  { key: 'patients', name: 'Work with patients', words: ['None shown', 'Some', 'Steady', 'Led others'] },
] as const

/** Reasons that come up again and again; the reviewer edits them before the student reads them. */
export const commonProblems = [
  'It can’t be read. Upload a sharper copy.',
  'It is not yours: the name differs. Upload the one with your name.',
  'It is older than we accept. Upload a newer one.',
  'Pages are missing. Upload all of them in one file.',
]
