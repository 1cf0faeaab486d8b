import type { RuleName } from './rule'

type Numbers = Record<RuleName, number>
type CrossRule = { fields: [field: RuleName, other: RuleName]; breaks: (it: Numbers) => boolean; say: string }

/** What must hold between two numbers; the sentence stands under the first. */
export const crossRules: CrossRule[] = [
  {
    fields: ['shortReplyDays', 'replyDays'],
    breaks: (it) => it.shortReplyDays > it.replyDays,
    say: 'The time to reply when the start is near must not be longer than the usual time',
  },
  {
    fields: ['replyEndsDaysBefore', 'shortReplyUnderDays'],
    breaks: (it) => it.replyEndsDaysBefore > it.shortReplyUnderDays,
    say: 'The last day to reply must lie in the time that counts as near the start',
  },
  {
    fields: ['promoteUntilDaysBefore', 'replyEndsDaysBefore'],
    breaks: (it) => (it.promoteUntilDaysBefore - it.replyEndsDaysBefore) * 24 < it.leastReplyHours,
    say: 'A seat given by itself must leave time to reply: stop earlier than the last day to reply',
  },
  {
    fields: ['decisionDays', 'applyDaysBefore'],
    breaks: (it) => it.decisionDays > it.applyDaysBefore,
    say: 'Who applies on the last day must hear before the start: decide within the days between',
  },
  {
    fields: ['papersDueDaysBefore', 'applyDaysBefore'],
    breaks: (it) => it.papersDueDaysBefore > it.applyDaysBefore,
    say: 'Papers cannot be due before the day until which students apply',
  },
  {
    fields: ['gradeDueDays', 'gradeLimitDays'],
    breaks: (it) => it.gradeDueDays > it.gradeLimitDays,
    say: 'Grades must be due before they are late',
  },
  {
    fields: ['evaluationDueDays', 'gradeDueDays'],
    breaks: (it) => it.evaluationDueDays > it.gradeDueDays,
    say: 'Evaluations must be due before the grade that rests on them',
  },
]
