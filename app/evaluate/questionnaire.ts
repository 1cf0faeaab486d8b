import type { QuestionnaireItem, questionnaires } from '#db/schema/evaluate/evaluations'

export type Questionnaire = typeof questionnaires.$inferSelect
export type Answers = Record<string, string>
type Slug = Questionnaire['slug']

/** The shipped scale, looking back: how much the student did alone (after the Ottawa scale). */
export const scale = [
  { value: '0', label: 'I had to do it' },
  { value: '1', label: 'I led, student helped' },
  { value: '2', label: 'Student led, I prompted' },
  { value: '3', label: 'Student led, I only checked' },
  { value: 'unseen', label: 'Not seen' },
]

export const scaleText = (value?: string) => scale.find((point) => point.value === value)?.label ?? 'Not answered'

const conflictItem: QuestionnaireItem = {
  key: 'conflict',
  kind: 'conflict',
  text: 'Have you treated {first}, or are you family, close, or tied by money?',
  isRequired: true,
}
const daysItem: QuestionnaireItem = { key: 'days', kind: 'days', text: 'Days together', isRequired: true }
const rating = (key: string, text: string, note?: string): QuestionnaireItem => ({
  key,
  kind: 'rating',
  text,
  note,
  isRequired: true,
})

const residentItems: QuestionnaireItem[] = [
  conflictItem,
  daysItem,
  rating('history', 'Took a focused history and exam for a new consult', 'EPA 1'),
  rating('presentation', 'Presented the patient with a ranked assessment and a plan', 'EPA 2, 6'),
  rating('imaging', 'Read the relevant imaging and labs before the procedure and knew what mattered', 'EPA 3'),
  rating('note', 'Wrote a consult or progress note I could use with few changes', 'EPA 5'),
  rating('technique', 'Kept sterile technique and assisted safely in the room', 'EPA 12'),
  rating('after', 'Followed patients afterward: rounds, clinic, hand-over, calling for help', 'EPA 8–10'),
  {
    key: 'comment',
    kind: 'narrative',
    text: 'One thing done well and one to work on',
    isRequired: true,
    leastLength: 80,
    mayBeQuoted: true,
    starters: ['Did well:', 'Next time:', 'I trust {first}'],
  },
  { key: 'advice', kind: 'narrative', text: 'Advice for {first} only, never quoted' },
]

const attendingItems: QuestionnaireItem[] = [
  conflictItem,
  daysItem,
  rating('overall', 'Overall, in the work you saw'),
  {
    key: 'comment',
    kind: 'narrative',
    text: 'One sentence that may be quoted',
    isRequired: true,
    mayBeQuoted: true,
    starters: ['Did well:', 'Next time:', 'I trust {first}'],
  },
]

const midpointItems: QuestionnaireItem[] = [
  { key: 'well', kind: 'narrative', text: 'Done well', isRequired: true },
  { key: 'improve', kind: 'narrative', text: 'To work on', isRequired: true },
  { key: 'plan', kind: 'narrative', text: 'Plan for the second half', isRequired: true },
]

const spokeItems: QuestionnaireItem[] = [
  { key: 'spoke', kind: 'day', text: 'We spoke on', isRequired: true },
  { key: 'plan', kind: 'narrative', text: 'What you agreed on' },
]

const shipped = (slug: Slug, name: string, items: QuestionnaireItem[], releaseAfter: Questionnaire['releaseAfter']) =>
  ({ id: `${slug}-1`, slug, version: 1, name, status: 'in use', items, releaseAfter }) satisfies Questionnaire

/** The questionnaires the portal ships with; a later version is a new row. */
export const shippedQuestionnaires: Questionnaire[] = [
  shipped('resident-on-student', 'Resident’s evaluation', residentItems, 'look'),
  shipped('attending-on-student', 'Attending’s evaluation', attendingItems, 'grade'),
  shipped('midpoint', 'Midpoint feedback', midpointItems, 'signature'),
  shipped('midpoint-two-weeks', 'Midpoint feedback', spokeItems, 'signature'),
]

export const isMidpoint = (slug: Slug) => slug === 'midpoint' || slug === 'midpoint-two-weeks'

/** An item's words about this student. */
export const wordsFor = (text: string, name: string) => text.replaceAll('{first}', firstName(name))

export const firstName = (name: string) => name.split(' ')[0]

/** The texts that a narrative or a letter may quote: never the advice. */
export const quotable = (items: QuestionnaireItem[], answers: Answers) =>
  items.filter((item) => item.mayBeQuoted && answers[item.key]).map((item) => answers[item.key])

/** What the student is shown once it is released: texts and the day of a talk, never a rating. */
export const shownToStudent = (items: QuestionnaireItem[], answers: Answers, name: string) =>
  items
    .filter((item) => (item.kind === 'narrative' || item.kind === 'day') && answers[item.key])
    .map((item) => ({ key: item.key, kind: item.kind, text: wordsFor(item.text, name), answer: answers[item.key] }))

/** A text with a starter put at its end, on a line of its own. */
export const begun = (text = '', starter: string) => (text.trim() ? `${text.trimEnd()}\n${starter} ` : `${starter} `)
