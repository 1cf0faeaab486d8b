import { dayText } from '#app/ui/time'
import { addDays, daysFrom, mondayOf } from '#app/workflow/day.server'
import type { RequirementRule } from '#db/schema/program/requirements'
import type { Profile } from './choice'
import type { ConfirmationStatus } from './confirmation'
import type { Document } from './document'
import type { Requirement, Verdict } from './requirement'
import { wordsIn } from './statement'

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
type Judged = Pick<Requirement, 'name' | 'rule'>
type Of<K extends RequirementRule['kind']> = Extract<RequirementRule, { kind: K }>
type Judge<K extends RequirementRule['kind']> = (
  rule: Of<K>,
  facts: VerdictFacts,
  name: string,
  block: JudgedBlock | null,
) => Verdict

const ok = (says = ''): Verdict => ({ state: 'ok', says })
const missing = (says: string): Verdict => ({ state: 'missing', says })
const problem = (says: string): Verdict => ({ state: 'problem', says })
const long = (on: string) => dayText(on, { year: true })

/** What is thought of this requirement for one block (null: whatever holds of every block). */
export function judge(it: Judged, facts: VerdictFacts, block: JudgedBlock | null): Verdict {
  const judgeBy = judges[it.rule.kind] as Judge<RequirementRule['kind']>
  return judgeBy(it.rule as never, facts, it.name, block)
}

const judges: { [K in RequirementRule['kind']]: Judge<K> } = {
  file: (_, { document }) => handedIn(document, () => null),
  form: (rule, { document }) => handedIn(document, (it) => formProblem(rule, it), 'answers'),
  'issued-within': (rule, facts, _, block) =>
    handedIn(facts.document, (it) => dated(it, (on) => tooOld(rule, on, facts, block))),
  'valid-through-last-day': (rule, { document }, name, block) =>
    handedIn(document, (it) => dated(it, (on) => block && tooShort(rule, on, name, block))),
  'flu-season': (_, { document }, _name, block) => fluVerdict(document, block),
  statement: (rule, { statement }) => statementVerdict(rule.words, statement),
  'school-confirms': (_, { confirmation }) => schoolVerdict(confirmation),
  'exam-passed': (_, { profile }) =>
    profile?.exam && profile.examPassedOn ? ok() : missing('Say when you passed Step 1 or Level 1.'),
  'core-clerkships-done': (_, { profile }, _name, block) => coreVerdict(profile, block),
  agreement: (_, { agreements = [] }, _name, block) => agreementVerdict(agreements, block),
}

/** The check's result before the rule's: what a person found wrong stays wrong until a newer one comes. */
function handedIn(
  document: HandedIn | null | undefined,
  ruleProblem: (it: HandedIn) => Verdict | null,
  by: 'fileId' | 'answers' = 'fileId',
): Verdict {
  if (!document?.[by]) return missing('')
  if (document.status === 'problem') return problem(document.problem ?? 'There is a problem. Upload a newer one.')
  if (document.status === 'expired') return problem('It has expired. Upload a newer one.')
  return ruleProblem(document) ?? { state: document.status === 'accepted' ? 'ok' : 'received', says: '' }
}

const dated = (it: HandedIn, rule: (on: string) => Verdict | null) =>
  it.datedOn ? rule(it.datedOn) : missing('Enter its date.')

function tooOld(rule: Of<'issued-within'>, on: string, facts: VerdictFacts, block: JudgedBlock | null) {
  const from = rule.before === 'sending' ? facts.sendingOn : block?.firstOn
  if (!from) return null
  const oldest = addDays(from, -rule.days)
  if (on >= oldest) return null
  const until = rule.before === 'sending' ? 'you send' : `block ${block?.name} starts`
  return problem(
    `It is dated ${long(on)}, more than ${rule.days} days before ${until}. Upload one dated ${long(oldest)} or later.`,
  )
}

function tooShort(rule: Of<'valid-through-last-day'>, on: string, name: string, block: JudgedBlock) {
  const expiresOn = rule.days ? addDays(on, rule.days) : on
  if (expiresOn >= block.lastOn) return null
  const when = expiresOn < block.firstOn ? `before block ${block.name} starts` : weekText(expiresOn, block)
  const cure = rule.days
    ? `Upload one dated ${long(addDays(block.lastOn, -rule.days))} or later.`
    : `Upload one that is valid through ${long(block.lastOn)}.`
  return problem(`Your ${name}${rule.days ? ` of ${long(on)}` : ''} expires on ${long(expiresOn)}, ${when}. ${cure}`)
}

const weekText = (on: string, block: JudgedBlock) =>
  `in week ${daysFrom(mondayOf(block.firstOn), mondayOf(on)) / 7 + 1} of block ${block.name}`

function formProblem(rule: Of<'form'>, { answers }: HandedIn): Verdict | null {
  const open = rule.questions.filter((question) => !question.isOptional && !answers?.[question.name])
  return open.length ? missing(`Answer “${open[0].label}”.`) : null
}

/** The flu season that a block meets begins on November 1 of this year and ends on March 31; null where none. */
export function fluSeasonOf({ firstOn, lastOn }: JudgedBlock): number | null {
  const year = Number(firstOn.slice(0, 4))
  return [year - 1, year].find((from) => firstOn <= `${from + 1}-03-31` && lastOn >= `${from}-11-01`) ?? null
}

function fluVerdict(document: HandedIn | null | undefined, block: JudgedBlock | null): Verdict {
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

function statementVerdict(most: number, statement: string | null | undefined): Verdict {
  const words = wordsIn(statement ?? '')
  if (words === 0) return missing(`Up to ${most} words`)
  return words <= most ? ok(`${words} of ${most} words`) : problem(`It has ${words} words. Cut it to ${most}.`)
}

/** Asked is enough to send; confirmed is needed before *eligible*. */
function schoolVerdict(status: ConfirmationStatus | null | undefined): Verdict {
  if (!status) return missing('We send your school a link.')
  if (status === 'confirmed') return ok('Your school has confirmed you.')
  if (status === 'asked') return { state: 'received', says: 'Your school has been asked.' }
  if (status === 'declined') return problem('Your school did not confirm you. Talk to it, then ask again.')
  return problem('Your school did not answer in time. Ask again.')
}

function coreVerdict(profile: Profile | null | undefined, block: JudgedBlock | null): Verdict {
  if (!profile) return missing('Say when your medicine and surgery clerkships end.')
  const last = [profile.medicineDoneOn, profile.surgeryDoneOn].sort()[1]
  if (!block || last < block.firstOn) return ok()
  return problem(`Your core clerkships end on ${long(last)}, after block ${block.name} begins. Choose a later date.`)
}

function agreementVerdict(agreements: { firstOn: string; lastOn: string }[], block: JudgedBlock | null): Verdict {
  if (!block) return ok()
  const covers = agreements.some((it) => it.firstOn <= block.firstOn && it.lastOn >= block.lastOn)
  return covers
    ? ok()
    : missing(`An agreement with your school through ${long(block.lastOn)} is needed. We arrange it.`)
}
