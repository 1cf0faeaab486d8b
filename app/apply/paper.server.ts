import { dayText } from '#app/ui/time'
import { addDays, daysFrom, mondayOf } from '#app/workflow/day.server'
import type { RequirementRule } from '#db/schema/program/requirements'
import type { Profile } from './choice'
import type { ConfirmationStatus } from './confirmation'
import type { Document } from './document'
import type { Verdict } from './requirement'

export type JudgedBlock = { name: string; firstOn: string; lastOn: string }
type HandedIn = Pick<Document, 'status' | 'problem' | 'datedOn' | 'fileId' | 'answers'>
export type VerdictFacts = {
  /** The day of sending: today while it is not sent. */
  sendingOn: string
  document?: HandedIn | null
  statement?: string | null
  profile?: Profile | null
  confirmation?: ConfirmationStatus | null
  /** Agreements of the student's school. */
  agreements?: { firstOn: string; lastOn: string }[]
}
export type Of<K extends RequirementRule['kind']> = Extract<RequirementRule, { kind: K }>

export const ok = (says = ''): Verdict => ({ state: 'ok', says })
export const missing = (says: string): Verdict => ({ state: 'missing', says })
export const problem = (says: string): Verdict => ({ state: 'problem', says })
export const long = (on: string) => dayText(on, { year: true })

/** The check's result before the rule's: what a person found wrong stays wrong until a newer one comes. */
export function handedIn(
  document: HandedIn | null | undefined,
  ruleProblem: (it: HandedIn) => Verdict | null,
  by: 'fileId' | 'answers' = 'fileId',
): Verdict {
  if (!document?.[by]) return missing('')
  if (document.status === 'problem') return problem(document.problem ?? 'There is a problem. Upload a newer one.')
  if (document.status === 'expired') return problem('It has expired. Upload a newer one.')
  return ruleProblem(document) ?? { state: document.status === 'accepted' ? 'ok' : 'received', says: '' }
}

export const dated = (it: HandedIn, rule: (on: string) => Verdict | null) =>
  it.datedOn ? rule(it.datedOn) : missing('Enter its date.')

export function tooOld(rule: Of<'issued-within'>, on: string, facts: VerdictFacts, block: JudgedBlock | null) {
  const from = rule.before === 'sending' ? facts.sendingOn : block?.firstOn
  if (!from) return null
  const oldest = addDays(from, -rule.days)
  if (on >= oldest) return null
  const until = rule.before === 'sending' ? 'you send' : `block ${block?.name} starts`
  const cure = `Upload one dated ${long(oldest)} or later.`
  return problem(`It is dated ${long(on)}, more than ${ageText(rule.days)} before ${until}. ${cure}`)
}

export function tooShort(rule: Of<'valid-through-last-day'>, on: string, name: string, block: JudgedBlock) {
  const expiresOn = rule.days ? addDays(on, rule.days) : on
  if (expiresOn >= block.lastOn) return null
  const when = expiresOn < block.firstOn ? `before block ${block.name} starts` : weekText(expiresOn, block)
  const cure = rule.days
    ? `Upload one dated ${long(addDays(block.lastOn, -rule.days))} or later.`
    : `Upload one that is valid through ${long(block.lastOn)}.`
  return problem(`Your ${name}${rule.days ? ` of ${long(on)}` : ''} expires on ${long(expiresOn)}, ${when}. ${cure}`)
}

const ageText = (days: number) => (days < 180 ? `${days} days` : `${Math.round(days / 30.4)} months`)
const weekText = (on: string, block: JudgedBlock) =>
  `in week ${daysFrom(mondayOf(block.firstOn), mondayOf(on)) / 7 + 1} of block ${block.name}`

/** The flu season that a block meets begins on November 1 of this year and ends on March 31; null where none. */
export function fluSeasonOf({ firstOn, lastOn }: JudgedBlock): number | null {
  const year = Number(firstOn.slice(0, 4))
  return [year - 1, year].find((from) => firstOn <= `${from + 1}-03-31` && lastOn >= `${from}-11-01`) ?? null
}

export function fluVerdict(document: HandedIn | null | undefined, block: JudgedBlock | null): Verdict {
  const season = block && fluSeasonOf(block)
  if (block && season === null) return ok(`Not needed: block ${block.name} is outside the flu season.`)
  if (document?.answers?.declined === 'yes') return handedIn(document, () => null, 'answers')
  return handedIn(document, (it) =>
    dated(it, (on) => {
      if (!season || (on >= `${season}-07-01` && on <= `${season + 1}-06-30`)) return null
      return problem(
        `The dose of ${long(on)} is of another season. Upload one given ${long(`${season}-07-01`)} or later.`,
      )
    }),
  )
}
