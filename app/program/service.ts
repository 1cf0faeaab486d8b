import type { Tone } from '#app/ui/tag'
import type { services } from '#db/schema/index'
import { weekdays } from './conference'

export type Service = typeof services.$inferSelect

/** How a service looks in schedules; the words say the color, since a coordinator picks by it. */
export const toneNames: Record<Tone, string> = {
  info: 'Blue',
  wait: 'Violet',
  warn: 'Amber',
  bad: 'Red',
  ok: 'Green',
  neutral: 'Gray',
}

export const serviceLabels: Record<string, string> = {
  name: 'Name',
  letter: 'Letter',
  tone: 'Color',
  description: 'Description',
  focus: 'What it treats',
  takesStudents: 'Takes students',
  mostStudents: 'Most students at once',
}

export const halves = ['morning', 'afternoon'] as const
export type Half = (typeof halves)[number]

export type HalfDay = `${number}-${Half}`

/** The name of a half-day's field in a form: "1-morning" is Monday morning. */
export const halfDay = (weekday: number, half: Half): HalfDay => `${weekday}-${half}`
/** Monday morning to Friday afternoon. */
export const halfDays = [1, 2, 3, 4, 5].flatMap((weekday) => halves.map((half) => halfDay(weekday, half)))
export const ofHalfDay = (name: HalfDay) => ({ weekday: Number(name[0]), half: name.slice(2) as Half })

/** "Monday morning" of "1-morning". */
export const halfDayNames = Object.fromEntries(
  halfDays.map((name) => [name, `${weekdays[ofHalfDay(name).weekday - 1]} ${ofHalfDay(name).half}`]),
)

/** The address part of a new service: "Vascular surgery" → "vascular-surgery". */
export const slugOf = (name: string) =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .replace(/^(new)?$/, 'service')
