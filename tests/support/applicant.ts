import { sql } from 'drizzle-orm'
import { startApplication } from '#app/apply/applications.server'
import { wishKey } from '#app/apply/choice'
import { askSchool } from '#app/apply/confirmations.server'
import { handIn } from '#app/apply/documents.server'
import { saveProfile } from '#app/apply/profiles.server'
import { rankDates } from '#app/apply/ranking.server'
import { saveStatement } from '#app/apply/statements.server'
import type { NewFile } from '#app/files/files.server'
import { setDemoClock } from '#app/workflow/clock.server'
import { read, write } from '#db/client'
import { newId } from '#db/schema/columns'
import * as t from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { idOf } from '#db/seed/cast'
import { demoStartsAt, seedProgram } from '#db/seed/index'
import { freshDatabase } from '#tests/support/database'

/** The demo's first morning: Tuesday, November 24, 2026, 9:00 AM PT. */
export const now = demoStartsAt

/** A database with the program and its people, but no application. */
export async function freshProgram(): Promise<void> {
  await freshDatabase()
  await write(seedProgram)
  await setDemoClock(now)
}

/** Somebody who has just signed in for the first time. */
export async function newStudent(name: string): Promise<Person> {
  const personId = idOf(name)
  await write(async (tx) => {
    await tx.insert(t.people).values({ id: personId, name, familyName: name, createdAt: now })
    await tx.insert(t.addresses).values({ personId, email: `${personId}@students.example`, isPrimary: true })
    await tx.insert(t.roles).values({ personId, role: 'student' })
  })
  return { kind: 'person', personId, name, roles: ['student'] }
}

export const profile = {
  school: 'Northgate School of Medicine',
  registrarEmail: 'registrar@northgate.example',
  promotesOn: '2026-05-04',
  graduatesOn: '2027-06-25',
  medicineDoneOn: '2026-03-27',
  surgeryDoneOn: '2026-06-26',
  exam: 'step-1' as const,
  examPassedOn: '2026-02-10',
  emergencyName: null,
  emergencyPhone: null,
}

/** The key of a wish: a block by its name, on a service by its slug or on either. */
export async function wish(block: string, service: 'peripheral' | 'neuro' | 'any' = 'peripheral'): Promise<string> {
  const blockId = (await read.query.blocks.findMany()).find((it) => it.name === block)!.id
  const one = (await read.query.services.findMany()).find((it) => it.slug === service)
  return wishKey({ blockId, serviceId: service === 'any' ? null : one!.id })
}

/** A file without bytes: what a test hands in that is not about files. */
export const paperOf = (me: Person): NewFile => ({
  ...{ id: newId(), storedAs: 'kept/00/none', name: 'paper.pdf', type: 'application/pdf', size: 1, sha256: '' },
  ownerId: me.personId,
  createdAt: now,
})

/** An application with everything done that sending asks for. */
export async function readyApplication(me: Person, dates = ['10', '11']): Promise<string> {
  await saveProfile(me, profile, now)
  const id = await startApplication(me, 'sub-internship', now)
  await rankDates(me, id, await Promise.all(dates.map((block) => wish(block))), now)
  for (const key of ['cv', 'transcript', 'immunization-form']) {
    const datedOn = key === 'transcript' ? '2026-10-01' : null
    await handIn(me, id, key, { file: paperOf(me), datedOn }, now)
  }
  await saveStatement(me, id, 'I come to see patients before, during and after.', now)
  await askSchool(me, id, profile.registrarEmail, now)
  return id
}

export const eventsFor = async (subjectId: string) =>
  (
    await read
      .select({ step: t.events.step, kind: t.events.actorKind, name: t.events.actorName })
      .from(t.events)
      .where(sql`${t.events.subjectId} = ${subjectId}`)
      .orderBy(t.events.at)
  ).map(({ step }) => step)

/** The refusal that work ends in: "409 You have …". */
export async function refusal(work: Promise<unknown>): Promise<string> {
  const end = await work.then(
    () => 'done',
    (thrown) => thrown,
  )
  return end instanceof Response ? `${end.status} ${await end.text()}` : String(end)
}
