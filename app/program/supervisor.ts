import { listText } from '#app/ui/list-text'
import { weekdays } from './conference'
import type { ListedSupervisor } from './supervisors.server'

/** "Monday and Thursday", "Friday; vein clinic Friday afternoon": an attending's clinic days. */
export function clinicText({ clinics }: Pick<ListedSupervisor, 'clinics'>): string {
  const days = [...new Set(clinics.filter((it) => it.kind === 'clinic').map((it) => weekdays[it.weekday - 1]))]
  const vein = clinics.filter((it) => it.kind === 'vein clinic').map((it) => `${weekdays[it.weekday - 1]} ${it.half}`)
  return [days.length > 0 && listText(days), vein.length > 0 && `vein clinic ${listText(vein)}`]
    .filter(Boolean)
    .join('; ')
}

/** "Monday afternoon": a resident's own weekly clinic; empty where there is none. */
export const continuityText = ({ clinics }: Pick<ListedSupervisor, 'clinics'>): string =>
  clinics
    .filter((it) => it.kind === 'continuity clinic')
    .map((it) => `${weekdays[it.weekday - 1]} ${it.half}`)
    .join(', ')

/** Where a supervisor is today, in words. */
export function nowText({ duties }: Pick<ListedSupervisor, 'duties'>): string {
  const week = duties.find((duty) => duty.kind !== 'duty')
  const duty = duties.find((it) => it.kind === 'duty')
  return [duty?.service, week?.kind].filter(Boolean).join(', ')
}

/** "Consult week" while an attending has it; empty else. */
export function weekText({ duties }: Pick<ListedSupervisor, 'duties'>): string {
  const kind = duties.find((duty) => duty.kind !== 'duty')?.kind ?? ''
  return kind.charAt(0).toUpperCase() + kind.slice(1)
}

export const teachingLabels: Record<string, string> = {
  kind: 'Is a',
  division: 'Division',
  pgy: 'Year of training (PGY)',
  homeProgram: 'Home program',
  mostStudents: 'Most students at once',
  title: 'Title',
}
