/** What a step was taken on, as the log says it. */
const kinds: Record<string, string> = {
  application: 'application',
  document: 'document',
  confirmation: 'school’s word',
  placement: 'place',
  pairing: 'pairing',
  evaluation: 'evaluation',
  grade: 'grade',
  letter: 'letter',
  invitation: 'invitation',
  person: 'account',
  profile: 'profile',
  message: 'message',
  job: 'background work',
  block: 'block',
  program: 'program’s settings',
  service: 'service',
  conference: 'conference',
  'clinic days': 'clinic days',
  figures: 'year in numbers',
  'training figures': 'training in numbers',
  curriculum: 'curriculum',
  roles: 'roles',
  teaching: 'teacher’s record',
  duties: 'schedule',
  calendar: 'academic year',
  clerkship: 'clerkship',
  requirement: 'requirement',
  openings: 'seats',
  windows: 'application dates',
  proposal: 'proposal of places',
  waitlist: 'waitlist',
}
export const kindName = (kind: string) => kinds[kind] ?? kind

type Told = { step: string; from: string | null; to: string | null; subjectKind: string; student: string | null }

/** "application of Iris Romero: make eligible (submitted → eligible)" */
export function eventText({ step, from, to, subjectKind, student }: Told): string {
  const what = `${kindName(subjectKind)}${student ? ` of ${student}` : ''}`
  const moved = from && to && from !== to ? ` (${from} → ${to})` : ''
  return `${what}: ${step}${moved}`
}

/** Where the record has a page of its own that staff may open. */
export function recordPath(subjectKind: string, subjectId: string): string | undefined {
  if (subjectKind === 'application') return `/review/${subjectId}`
  return subjectKind === 'placement' ? `/placements/${subjectId}` : undefined
}
