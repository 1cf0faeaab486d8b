import { type ApplicationStep, applicationWorkflow } from './application'

export type Happened = { at: Date; step: string; by: string; note: string | null }
export type Told = { title: string; at: Date; note: string | null }

/** What a student reads of each step; a step without words is not shown. */
const words: Partial<Record<ApplicationStep, string>> = {
  start: 'You started',
  send: 'You sent it',
  resend: 'You sent it again',
  return: 'We sent it back to you',
  'make eligible': 'We found that you can be placed',
  waitlist: 'We put you on the waitlist',
  'not offer': 'We could not offer you a rotation',
  'not place': 'We could not offer you a rotation',
  'end waitlist': 'The waitlist ended',
  place: 'You accepted a place',
  unplace: 'Your place was canceled',
  decline: 'You declined an offer',
  lapse: 'An offer ended without a reply',
  'ask for waitlist': 'You asked for the waitlist',
  withdraw: 'You withdrew',
}

/** The steps that stand, in the student's words: what was undone is not told. */
export function toldOf(events: Happened[]): Told[] {
  const standing: Happened[] = []
  for (const event of events) {
    const before = standing.at(-1)
    if (before && inverseOf(before.step) === event.step) standing.pop()
    else standing.push(event)
  }
  return standing.flatMap(({ step, at, note }) => {
    const title = words[step as ApplicationStep]
    return title ? [{ title, at, note }] : []
  })
}

const inverseOf = (step: string) => (applicationWorkflow as Record<string, { undo?: string }>)[step]?.undo
