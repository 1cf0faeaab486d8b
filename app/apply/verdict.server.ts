import type { RequirementRule } from '#db/schema/program/requirements'
import type { Profile } from './choice'
import type { ConfirmationStatus } from './confirmation'
import {
  dated,
  fluVerdict,
  handedIn,
  type JudgedBlock,
  long,
  missing,
  type Of,
  ok,
  problem,
  tooOld,
  tooShort,
  type VerdictFacts,
} from './paper.server'
import type { Requirement, Verdict } from './requirement'
import { wordsIn } from './statement'

type Judged = Pick<Requirement, 'name' | 'rule'>
type Judge<K extends RequirementRule['kind']> = (
  rule: Of<K>,
  facts: VerdictFacts,
  name: string,
  block: JudgedBlock | null,
) => Verdict

/** What is thought of a requirement over all wished blocks: the worst of its verdicts. */
export function judgeAll(it: Judged, facts: VerdictFacts, blocks: JudgedBlock[]): Verdict {
  const verdicts = (blocks.length ? blocks : [null]).map((block) => judge(it, facts, block))
  const worst = (['problem', 'missing', 'received', 'ok'] as const).find((state) =>
    verdicts.some((verdict) => verdict.state === state),
  )
  return verdicts.find((verdict) => verdict.state === worst) as Verdict
}

/** What is thought of this requirement for one block (null: whatever holds of every block). */
export function judge(it: Judged, facts: VerdictFacts, block: JudgedBlock | null): Verdict {
  const judgeBy = judges[it.rule.kind] as Judge<RequirementRule['kind']>
  return judgeBy(it.rule as never, facts, it.name, block)
}

const judges: { [K in RequirementRule['kind']]: Judge<K> } = {
  file: (_, { document }) => handedIn(document, () => null),
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
