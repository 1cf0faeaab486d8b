import type { absences } from '#db/schema/index'

export type Absence = typeof absences.$inferSelect

/** What is told of a change, by field. */
export const absenceLabels: Record<string, string> = {
  firstOn: 'First day',
  lastOn: 'Last day',
  kind: 'Why',
  status: 'How it stands',
}

/** It is decided elsewhere: here stands only the answer. */
export const absenceStates: Record<Absence['status'], string> = {
  approved: 'Approved',
  asked: 'Asked, not decided',
  refused: 'Refused: they are here',
}

/** What most are called; anything else may be typed. */
export const absenceKinds = ['Vacation', 'Meeting', 'Core examination', 'Interview', 'Leave']
