/** What happened by itself while time passed: how often a job took which step of what. */
export type Happened = { kind: string; step: string; n: number }

type Words = [one: string, many: string]
const words: Record<string, Words> = {
  'placement.lapse': ['offer ended without a reply', 'offers ended without a reply'],
  'placement.offer': ['free seat was offered to the waitlist', 'free seats were offered to the waitlist'],
  'placement.confirm': ['place was confirmed', 'places were confirmed'],
  'placement.cancel': ['place was cancelled, not confirmed by its first day', 'places were cancelled unconfirmed'],
  'placement.complete': ['rotation ended', 'rotations ended'],
  'confirmation.expire': ['school did not answer in time', 'schools did not answer in time'],
  'evaluation.ask': ['evaluation was asked for', 'evaluations were asked for'],
  'evaluation.expire': ['evaluation was closed unanswered', 'evaluations were closed unanswered'],
}

const counted = (n: number, [one, many]: Words) => `${n.toLocaleString('en-US')} ${n === 1 ? one : many}.`

/** "1 offer ended without a reply. 3 messages went out.", or that nothing fell due. */
export function passedText(happened: Happened[], messages: number): string {
  const said = Object.entries(words).flatMap(([key, how]) => {
    const it = happened.find(({ kind, step }) => `${kind}.${step}` === key)
    return it ? [counted(it.n, how)] : []
  })
  if (messages > 0) said.push(counted(messages, ['message went out', 'messages went out']))
  return said.length > 0 ? said.join(' ') : 'Nothing fell due.'
}
