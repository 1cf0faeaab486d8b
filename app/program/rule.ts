import type { program } from '#db/schema/index'

type Program = typeof program.$inferSelect
export type RuleName = {
  [K in keyof Program]: Program[K] extends number ? K : never
}[Exclude<keyof Program, 'id'>]

/** A rule with a number: its words, its unit, and between which bounds it may stand. */
export type Rule = { name: RuleName; label: string; unit: string; hint: string; least: number; most: number }
type Line = [name: RuleName, label: string, unit: string, least: number, most: number, hint: string]

const rules = (...lines: Line[]): Rule[] =>
  lines.map(([name, label, unit, least, most, hint]) => ({ name, label, unit, least, most, hint }))

export const ruleGroups: { title: string; rules: Rule[] }[] = [
  {
    title: 'Applying',
    rules: rules(
      [
        'applyDaysBefore',
        'Apply by',
        'days before the start',
        0,
        365,
        'For blocks that are added from now on. Each block keeps the apply-by day that stands on it.',
      ],
      ['mostChoices', 'Dates a student may rank', 'dates', 1, 20, 'The length of the list of wishes.'],
      [
        'confirmationDays',
        'The home school answers within',
        'days',
        1,
        90,
        'The link that we mail to a school works this long.',
      ],
      ['decisionDays', 'We decide within', 'days of sending', 1, 120, 'Students read this, and when it is late.'],
    ),
  },
  {
    title: 'Offers and the waitlist',
    rules: rules(
      ['replyDays', 'Time to reply to an offer', 'days', 1, 60, 'Where the start is far away.'],
      ['shortReplyDays', 'Time to reply when the start is near', 'days', 1, 60, 'At most the usual time.'],
      [
        'shortReplyUnderDays',
        'The start is near when it is less than',
        'days away',
        1,
        365,
        'From here on the shorter time counts.',
      ],
      [
        'replyEndsDaysBefore',
        'No time to reply ends later than',
        'days before the start',
        0,
        180,
        'So that papers can still be handed in. Where this leaves too little time, the coordinator sets the day.',
      ],
      ['leastReplyHours', 'Time to reply is at least', 'hours', 1, 168, 'Also where the coordinator sets the day.'],
      [
        'promoteUntilDaysBefore',
        'A free seat goes to the waitlist by itself until',
        'days before the start',
        1,
        365,
        'After that the coordinator is asked first. It must leave time to reply.',
      ],
      [
        'dropNoticeDays',
        'Withdrawing counts as in time until',
        'days before the start',
        0,
        180,
        'Until then the fee is refunded.',
      ],
      [
        'undoMinutes',
        'Decisions can be undone for',
        'minutes',
        1,
        120,
        'The message about a decision waits this long before it goes out.',
      ],
    ),
  },
  {
    title: 'Papers and pairing',
    rules: rules(
      [
        'papersDueDaysBefore',
        'Papers to start are due',
        'days before the start',
        0,
        180,
        'Unless the requirement itself sets another day.',
      ],
      [
        'mostStudentsAResident',
        'Students a resident has at once',
        'at most',
        1,
        6,
        'Residents in PGY 1 have none. One resident’s own most is set under People.',
      ],
    ),
  },
  {
    title: 'Evaluations and grades',
    rules: rules(
      [
        'leastDaysTogether',
        'An evaluation is asked after',
        'days together',
        1,
        20,
        'Fewer days are too few to judge by.',
      ],
      ['evaluationDueDays', 'Evaluations are due', 'days after the last day', 1, 42, 'Reminders follow that day.'],
      ['gradeDueDays', 'Grades are due', 'days after the last day', 1, 42, 'At most the outer limit below.'],
      [
        'gradeLimitDays',
        'Grades are late after',
        'days',
        1,
        42,
        'Schools must have a grade within six weeks (LCME 9.8): 42 days is the most.',
      ],
      [
        'leastRatings',
        'A teacher sees ratings from',
        'students on',
        3,
        20,
        'Fewer than 3 would tell who wrote what: 3 is the least.',
      ],
    ),
  },
]

export const allRules = ruleGroups.flatMap(({ rules }) => rules)
