import type { RequirementRule, requirements } from '#db/schema/program/requirements'
import { idOf } from './cast'
import { clerkship, elective, subInternship } from './clerkships'

type Line = {
  key: string
  name: string
  task: string
  rule: RequirementRule
  hint: string
  isHealth?: boolean
  due?: number
}
const file = { kind: 'file' } as const
/** Valid this many days from its date, through the last day; without days, its date is the day it ends. */
const valid = (days?: number): RequirementRule => ({ kind: 'valid-through-last-day', days })

export const toApply: Line[] = [
  { key: 'cv', name: 'CV', task: 'Upload your CV', rule: file, hint: 'PDF, up to 20 MB.' },
  {
    key: 'transcript',
    name: 'Transcript',
    task: 'Upload your transcript',
    rule: { kind: 'issued-within', days: 183, before: 'sending' },
    hint: 'Official, and not older than 6 months on the day you send.',
  },
  {
    key: 'school',
    name: 'Your school',
    task: 'Ask your school to confirm you',
    rule: { kind: 'school-confirms' },
    hint: 'Your school confirms approval, good standing and year by a link we send it.',
  },
  {
    key: 'exam',
    name: 'Step 1 or Level 1',
    task: 'Confirm Step 1 or Level 1',
    rule: { kind: 'exam-passed' },
    hint: 'A pass in Step 1 or COMLEX Level 1, with its date.',
  },
  {
    key: 'core-clerkships',
    name: 'Core clerkships',
    task: 'Say when you finish medicine and surgery',
    rule: { kind: 'core-clerkships-done' },
    hint: 'Medicine and surgery done before the first day.',
  },
  {
    key: 'statement',
    name: 'Statement',
    task: 'Write your statement',
    rule: { kind: 'statement', words: 300 },
    hint: 'Why you come, up to 300 words.',
  },
  {
    key: 'immunization-form',
    name: 'Immunization form',
    task: 'Fill in the immunization form',
    rule: file,
    hint: 'The standard form, filled and signed. Proof of each item comes later.',
    isHealth: true,
  },
]

export const toStart: Line[] = [
  health('mmr', 'MMR', file, '2 doses at least 28 days apart, or titers.'),
  health('varicella', 'Varicella', file, '2 doses or a titer.'),
  health('hepatitis-b', 'Hepatitis B', file, 'The series with anti-HBs of 10 mIU/mL or more, or a signed declination.'),
  health('tdap', 'Tdap', valid(3652), 'Tdap once, then Td or Tdap within 10 years.'),
  health(
    'tb',
    'TB test',
    valid(365),
    'A blood test or two-step skin test within 365 days. Positive: film and symptom form.',
  ),
  health('influenza', 'Influenza', { kind: 'flu-season' }, 'This season’s dose, or a declination and a mask.', 0),
  health('n95', 'N95 fit test', valid(365), 'Within 12 months.'),
  paper('bls', 'BLS card', valid(730), 'In date through your last day.'),
  paper(
    'background-check',
    'Background check',
    { kind: 'issued-within', days: 730, before: 'start' },
    'Within 24 months.',
  ),
  paper(
    'drug-screen',
    'Drug screen',
    { kind: 'issued-within', days: 90, before: 'start' },
    'Within 90 days of the start.',
  ),
  paper('hipaa', 'HIPAA module', valid(365), 'Within 12 months.'),
  paper('bloodborne', 'Bloodborne pathogens module', valid(365), 'Within 12 months.'),
  paper('radiation', 'Radiation safety module', valid(365), 'Within 12 months.'),
  paper(
    'malpractice',
    'Malpractice cover',
    valid(),
    '$1M / $3M, naming you or your class. Its date is the day it ends.',
  ),
  paper('insurance', 'Health insurance', valid(), 'Your card. Its date is the day it ends.'),
  {
    key: 'agreement',
    name: 'Agreement with your school',
    task: 'Nothing to do: we arrange it with your school',
    rule: { kind: 'agreement' },
    hint: 'An executed agreement that covers your first to last day.',
    due: 28,
  },
  paper('confidentiality', 'Confidentiality form', file, 'Read and signed.'),
  paper('photo', 'Badge photo', file, 'Head and shoulders, plain background, JPEG or PNG.'),
]

function paper(key: string, name: string, rule: RequirementRule, hint: string, due = 28): Line {
  const own = /^[A-Z]{2}|^N95/.test(name) ? name : name[0].toLowerCase() + name.slice(1)
  return { key, name, task: `Upload your ${own}`, rule, hint, due }
}

function health(key: string, name: string, rule: RequirementRule, hint: string, due = 28): Line {
  const task = key === 'tb' || key === 'n95' ? `Upload your ${name}` : `Upload your ${name} record`
  return { key, name, task, rule, hint, due, isHealth: true }
}

export const requirement = (clerkshipSlug: string, key: string) => idOf(`requirement ${clerkshipSlug} ${key} 1`)

const rowsOf = (slug: string): (typeof requirements.$inferInsert)[] =>
  [...toApply, ...toStart].map(({ key, name, task, rule, hint, isHealth = false, due }, position) => ({
    id: requirement(slug, key),
    clerkshipId: clerkship(slug),
    key,
    name,
    task,
    hint,
    phase: due === undefined ? 'to apply' : 'to start',
    rule,
    dueDaysBefore: due ?? null,
    isHealth,
    position,
  }))

export const requirementRows = [...rowsOf(subInternship), ...rowsOf(elective)]
