import type { conferences } from '#db/schema/index'

export type Conference = typeof conferences.$inferSelect

export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']

/** "7:00 AM", "12:30 PM" of a time like 07:00. */
export function timeText(time: string): string {
  const [hour, minute] = time.split(':').map(Number)
  return `${hour % 12 || 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`
}

/** "7:00 – 8:00 AM", "11:30 AM – 12:30 PM". */
export function timesText({ startsAt, endsAt }: Pick<Conference, 'startsAt' | 'endsAt'>): string {
  const [from, to] = [timeText(startsAt), timeText(endsAt)]
  return `${from.slice(-2) === to.slice(-2) ? from.slice(0, -3) : from} – ${to}`
}

/** When it takes place, if not every week, and what else a student should know. */
export function notesOf({ everyWeeks, isFirstOfMonth, isOptional, isForStudents, replacesNoon, note }: Conference) {
  const notes = [
    everyWeeks === 2 && 'Every other week',
    isFirstOfMonth && !note && 'First of the month',
    isOptional && 'Optional for students',
    !isForStudents && !note && 'For residents',
    replacesNoon && 'Takes the place of the diagnostic conference',
  ].filter((text) => typeof text === 'string')
  return [notes.map((text) => `${text}.`).join(' '), note].filter(Boolean).join(' ')
}

export const conferenceLabels: Record<string, string> = {
  name: 'Name',
  weekday: 'Day',
  startsAt: 'Starts',
  endsAt: 'Ends',
  rhythm: 'How often',
  firstOn: 'First day',
  lastOn: 'Last day',
  isForStudents: 'Students come',
  isOptional: 'Optional for students',
  replacesNoon: 'Takes the place of the noon conference',
  note: 'Note',
}

/** How often a conference meets, in the words of its form. */
export const rhythms = { weekly: 'Every week', biweekly: 'Every other week', monthly: 'First of the month' }
export type Rhythm = keyof typeof rhythms

export const rhythmOf = ({ everyWeeks, isFirstOfMonth }: Pick<Conference, 'everyWeeks' | 'isFirstOfMonth'>): Rhythm =>
  isFirstOfMonth ? 'monthly' : everyWeeks === 2 ? 'biweekly' : 'weekly'
