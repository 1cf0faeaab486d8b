/** One visiting student on the roster; of their health only whether they are cleared, or that nobody asks them. */
export type Listed = {
  id: string
  studentId: string
  student: string
  school: string
  clerkship: string
  block: string
  firstOn: string
  lastOn: string
  service: string
  status: string
  agreement: 'Covered' | 'Missing'
  malpractice: 'Accepted' | 'Not checked' | 'Missing' | 'Not asked'
  clearance: 'Cleared' | 'Not cleared' | 'Not asked'
}

/** The columns of the roster, on the page, in the CSV and in the PDF alike. */
export const rosterColumns: { key: keyof Listed; label: string }[] = [
  { key: 'student', label: 'Student' },
  { key: 'school', label: 'School' },
  { key: 'clerkship', label: 'Clerkship' },
  { key: 'block', label: 'Block' },
  { key: 'firstOn', label: 'First day' },
  { key: 'lastOn', label: 'Last day' },
  { key: 'service', label: 'Service' },
  { key: 'status', label: 'Status' },
  { key: 'agreement', label: 'Agreement' },
  { key: 'malpractice', label: 'Malpractice cover' },
  { key: 'clearance', label: 'Health' },
]

/** What the roster is asked for: a block, a day, or the whole year when both are empty. */
export type RosterWanted = { block: string; on: string }
export const rosterQuery = (wanted: RosterWanted): string => {
  const given = Object.entries(wanted).filter(([, value]) => value)
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}
