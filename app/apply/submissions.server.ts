import { eq, exists } from 'drizzle-orm'
import { programNow } from '#app/workflow/clock.server'
import { addDays, dayAt } from '#app/workflow/day.server'
import { conflict } from '#app/workflow/refusal'
import { read, together, write } from '#db/client'
import { choices } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { isOpenToStudent } from './application'
import { myApplication, stepApplication } from './applications.server'
import { whatIsMissing } from './judged.server'
import { postSent, studentAddress } from './messages.server'
import { readMyRecord } from './records.server'

/**
 * Sends an application, or sends a returned one again; sent twice it is sent once. Throws 409 with the first thing
 * that is missing, or that a wished date has closed by the server's clock.
 */
export async function sendApplication(me: Person, id: string, now: Date = programNow()): Promise<void> {
  const it = await readMyRecord(me, id)
  if (it.application.status === 'submitted') return
  const missing = whatIsMissing(it, now)
  if (isOpenToStudent(it.application.status) && missing.length) throw conflict(missing[0])
  const replyByOn = addDays(dayAt(now), it.program.decisionDays)
  await write(async (tx) => {
    const [application, to] = await together([myApplication(tx, me, id), studentAddress(tx, me.personId)])
    if (application.status === 'submitted') return
    const step = application.status === 'returned' ? 'resend' : 'send'
    const hasWishes = exists(read.select({ id: choices.id }).from(choices).where(eq(choices.applicationId, id)))
    const requirementsAt = application.requirementsAt ?? now
    const set = { sentAt: now, requirementsAt, replyByOn, reason: null, returnByOn: null }
    await together([
      stepApplication(tx, me, application, step, { set, where: hasWishes, tooLate: ended }, now),
      to && postSent(tx, to, { ...it, application: { ...application, ...set } }, now),
    ])
  })
}

const ended = 'This application has moved on, so it cannot be sent now.'
