import type { Tone } from '#app/ui/tag'
import type { Workflow } from '#app/workflow/workflow'
import type { Clerkship } from './opening'
import { feeText, yearsText } from './opening'

/** A draft is read by nobody; a closed one is, but takes no application. */
export const clerkshipWorkflow = {
  publish: { from: ['draft'], to: 'open', by: 'program.edit' },
  close: { from: ['open'], to: 'closed', by: 'program.edit', undo: 'reopen' },
  reopen: { from: ['closed'], to: 'open', by: 'program.edit', undo: 'close' },
} as const satisfies Workflow<Clerkship['status']>
export type ClerkshipStep = keyof typeof clerkshipWorkflow

type Stated = { label: string; tone: Tone; says: string }
export const clerkshipStates: Record<Clerkship['status'], Stated> = {
  draft: { label: 'In preparation', tone: 'neutral', says: 'Only coordinators see it.' },
  open: { label: 'Published', tone: 'ok', says: 'Students apply for its dates while they are open.' },
  closed: { label: 'Closed', tone: 'warn', says: 'Students read of it, and cannot start an application.' },
}

export const kinds: Record<Clerkship['kind'], string> = { 'sub-internship': 'Sub-internship', elective: 'Elective' }

export const clerkshipLabels = {
  name: 'Name',
  kind: 'Kind',
  summary: 'Summary',
  weeks: 'Weeks',
  years: 'For',
  fee: 'Fee',
  takesVslo: 'Through VSLO too',
}

type Told = Pick<Clerkship, 'name' | 'kind' | 'summary' | 'weeks' | 'years' | 'feeCents' | 'takesVslo'>
/** A clerkship as its history says it. */
export const inWords = ({ feeCents, years, kind, ...it }: Told) => ({
  ...it,
  kind: kinds[kind],
  years: yearsText([...years].sort()),
  fee: feeText(feeCents),
})

/** "4 weeks, 4th-year students, $150" */
export const inShort = ({ weeks, years, feeCents }: Told) =>
  `${weeks} weeks, ${yearsText([...years].sort())}, ${feeText(feeCents)}`
