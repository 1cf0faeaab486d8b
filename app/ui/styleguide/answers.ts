type CivilDate = { month: string; day: string; year: string }

/** What the two example forms ask. */
export type Answers = {
  school: string
  registrar: string
  graduates: CivilDate
  born: CivilDate
  year: string
  services: string[]
  month: string
  statement: string
  score: string
  conflict: string
  transcript: string
  consent: string
  code: string
  days: string
}

export const schools = ['Northgate School of Medicine', 'Lakeshore College of Medicine']
export const years = [
  { value: '3', label: '3rd year' },
  { value: '4', label: '4th year', hint: 'You may apply for the sub-internship and the elective' },
]
export const services = [
  { value: 'peripheral', label: 'Peripheral IR', hint: 'Consults, inpatients, clinic, vein clinic, procedures' },
  { value: 'neuro', label: 'Neuro IR' },
]
export const months = [
  { value: '', label: 'Select a month' },
  { value: '04', label: 'April' },
  { value: '05', label: 'May' },
]
export const ratings = [
  { value: '0', label: 'I had to do it' },
  { value: '1', label: 'I led, student helped' },
  { value: '2', label: 'Student led, I prompted' },
  { value: '3', label: 'Student led, I only checked' },
  { value: 'unseen', label: 'Not seen' },
]
