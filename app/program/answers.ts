import type { program } from '#db/schema/index'

type Program = typeof program.$inferSelect

/** What students ask most; the answers carry the program’s own numbers. */
export const answers: [question: string, answer: (program: Program) => string][] = [
  [
    'How do I sign in?',
    () =>
      'Enter your e-mail address. We send a six-digit code that works for a few minutes; there is no password. ' +
      'Students use the address that their school gave them.',
  ],
  [
    'The code does not come. What now?',
    () =>
      'Look in the spam folder, then ask for a new one. If your school’s mail blocks it, write to ' +
      'the coordinator.',
  ],
  [
    'Can I stop and come back later?',
    () => 'Yes. Every page saves what you typed. Nothing is sent until you check your answers and send them.',
  ],
  [
    'How many dates may I rank?',
    (program) =>
      `Up to ${program.mostChoices}. Rank only dates you can come: we never place you on a date that you did not rank.`,
  ],
  [
    'When do I hear from you?',
    (program) =>
      `Within ${program.decisionDays} days of sending. An offer tells the last day to reply: ` +
      `${program.replyDays} days, ` +
      `or ${program.shortReplyDays} if the start is under ${program.shortReplyUnderDays} days away.`,
  ],
  [
    'A document was refused.',
    () => 'Its page says what is wrong and what would cure it. Upload a newer one there; you need no message to us.',
  ],
  [
    'May I withdraw?',
    (program) =>
      `At any time, without a mark before you accept. After that, tell us ${program.dropNoticeDays} days before the ` +
      'first day and the fee is refunded.',
  ],
  [
    'I was stuck by a needle, or something went wrong.',
    (program) => `Call ${program.exposurePhone}. ${program.exposureText}`,
  ],
]
