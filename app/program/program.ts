import { allRules } from './rule'

/** The names and texts of the program, as people read them. */
export const programTexts = {
  name: 'Name of the program',
  hospital: 'Name of the hospital',
  contactEmail: 'E-mail for students',
  contactPhone: 'Telephone for students',
  firstDayAt: 'Start of the first day',
  meetingPlace: 'Meeting place on the first day',
  exposurePhone: 'Telephone for an exposure',
  exposureText: 'What to do after an exposure',
}

/** Every field's label, for the history. */
export const programLabels: Record<string, string> = {
  ...programTexts,
  ...Object.fromEntries(allRules.map(({ name, label, unit }) => [name, `${label} (${unit})`])),
}
