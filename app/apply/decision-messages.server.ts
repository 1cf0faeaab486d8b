import { post } from '#app/mail/messages.server'
import { dayText } from '#app/ui/time'
import type { Tx } from '#db/client'
import type { Application, ApplicationStatus } from './application'
import type { Student } from './messages.server'

type Decided = Pick<Application, 'id' | 'reference' | 'reason' | 'returnByOn'>

/** Tells the student what was decided, ten minutes from now, so that an undone decision says nothing. */
export async function postDecision(tx: Tx, student: Student, it: Decided, to: ApplicationStatus, now: Date) {
  const words = wordsFor(it, to, student.name)
  await post(
    tx,
    {
      key: `application.decided:${it.id}:${now.getTime()}`,
      kind: 'application.decided',
      to: student.email,
      subject: words.subject,
      paragraphs: [...words.paragraphs, `Questions: ${student.contact}.`],
      link: { label: 'See your application', path: `/applications/${it.id}` },
      about: { kind: 'application', id: it.id },
      notBeforeAt: new Date(now.getTime() + student.undoMinutes * 60_000),
    },
    now,
  )
}

function wordsFor(it: Decided, to: ApplicationStatus, name: string): { subject: string; paragraphs: string[] } {
  if (to === 'returned') {
    const by = it.returnByOn ? ` Send it again by ${dayText(it.returnByOn, { weekday: true })}, 11:59 PM PT.` : ''
    return {
      subject: `Your application ${it.reference} needs a change`,
      paragraphs: [`${name}, there is a problem: ${it.reason}${by}`],
    }
  }
  if (to === 'eligible') {
    return {
      subject: `Your application ${it.reference}: you can be placed`,
      paragraphs: [`${name}, you can be placed. We write again when places are given.`],
    }
  }
  if (to === 'waitlisted') return waitlistWords(it, name)
  return {
    subject: `Your application ${it.reference}`,
    paragraphs: [`${name}, we cannot offer you a rotation this year.`, ...(it.reason ? [it.reason] : [])],
  }
}

const waitlistWords = ({ reference }: Decided, name: string) => ({
  subject: `Your application ${reference}: you are on the waitlist`,
  paragraphs: [
    `${name}, no seat is free on your dates now, and you are on their waitlist.`,
    'If a seat becomes free and it is your turn, we offer it to you. We cannot promise one.',
  ],
})
