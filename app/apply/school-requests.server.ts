import { asc, eq } from 'drizzle-orm'
import { findLink } from '#app/people/links.server'
import { conflict, notFound } from '#app/workflow/refusal'
import { read, readAll } from '#db/client'
import { addresses, applications, blocks, choices, clerkships, confirmations, people, program } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { yearOfStudy } from './choice'
import { confirmationTags } from './confirmation'
import { profileOf, schoolNameOf } from './profiles.server'
import { readMyRecord } from './records.server'

/** My school's word on an application: whom I asked, what came back, and whom to ask. */
export async function readRequest(me: Person, id: string) {
  const { application, confirmation, profile, program } = await readMyRecord(me, id)
  const hasEnded = application.status === 'withdrawn' || application.status === 'not offered'
  return {
    id,
    school: schoolNameOf(profile),
    email: confirmation?.askedOf ?? profile?.profile.registrarEmail ?? '',
    days: program.confirmationDays,
    mayAsk: !hasEnded && confirmation?.status !== 'confirmed',
    asked: confirmation ? { ...confirmation, tag: confirmationTags[confirmation.status] } : null,
  }
}

/** Throws 409 where the school cannot be asked (again). */
export async function insistAskable(me: Person, id: string): Promise<void> {
  const { mayAsk, asked } = await readRequest(me, id)
  if (mayAsk) return
  throw conflict(asked?.status === 'confirmed' ? 'Your school has confirmed you.' : 'This application has ended.')
}

/** What the school sees through its link, and what it has answered. 404 for a link that opens nothing. */
export async function readForSchool(token: string, now: Date) {
  const link = await findLink(token, 'school', now)
  const [row] = await read
    .select({ confirmation: confirmations, application: applications, clerkship: clerkships, student: people, program })
    .from(confirmations)
    .innerJoin(applications, eq(applications.id, confirmations.applicationId))
    .innerJoin(clerkships, eq(clerkships.id, applications.clerkshipId))
    .innerJoin(people, eq(people.id, applications.studentId))
    .innerJoin(program, eq(program.id, 1))
    .where(eq(confirmations.id, link.subjectId))
  if (!row) throw notFound()
  const [[profile], wishes, [address]] = await readAll(
    profileOf(row.student.id),
    wishesOf(row.application.id),
    read.select({ email: addresses.email }).from(addresses).where(eq(addresses.personId, row.student.id)),
  )
  return { link, token, ...shownToSchool(row, profile, wishes, address?.email ?? '') }
}

const wishesOf = (applicationId: string) =>
  read
    .selectDistinct({ name: blocks.name, firstOn: blocks.firstOn, lastOn: blocks.lastOn })
    .from(choices)
    .innerJoin(blocks, eq(blocks.id, choices.blockId))
    .where(eq(choices.applicationId, applicationId))
    .orderBy(asc(blocks.firstOn))

type Row = {
  confirmation: typeof confirmations.$inferSelect
  clerkship: typeof clerkships.$inferSelect
  student: { name: string }
  program: typeof program.$inferSelect
}
type Wishes = { name: string; firstOn: string; lastOn: string }[]

function shownToSchool(
  row: Row,
  profile: Awaited<ReturnType<typeof profileOf>>[number],
  wishes: Wishes,
  email: string,
) {
  const { confirmation, clerkship, student, program } = row
  const year = (on: string) => (profile ? yearOfStudy(profile.profile, on) : null)
  return {
    student: { name: student.name, email },
    school: schoolNameOf(profile),
    graduatesOn: profile?.profile.graduatesOn ?? null,
    clerkship: { name: clerkship.name, weeks: clerkship.weeks },
    hospital: program.hospital,
    contact: { email: program.contactEmail, phone: program.contactPhone },
    dates: wishes.map((wish) => ({ ...wish, year: year(wish.firstOn) })),
    confirmation: { ...confirmation, tag: confirmationTags[confirmation.status] },
    mayAnswer: confirmation.status === 'asked',
  }
}
