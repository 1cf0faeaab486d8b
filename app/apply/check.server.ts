import type { Person } from '#db/schema/people/actors'
import { answersOf } from './answers.server'
import { isOpenToStudent } from './application'
import { whatIsMissing } from './judged.server'
import { readMyRecord } from './records.server'
import { sendByOf } from './tasks.server'

/** All answers of my application, and what still keeps it from being sent. */
export async function readCheck(me: Person, id: string, now: Date) {
  const it = await readMyRecord(me, id)
  return {
    id,
    title: `${it.clerkship.name} · ${it.application.reference}`,
    groups: answersOf(it, now),
    missing: whatIsMissing(it, now),
    isOpen: isOpenToStudent(it.application.status),
    sendBy: sendByOf(it, now),
  }
}
