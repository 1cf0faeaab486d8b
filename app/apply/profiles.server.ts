import { asc, eq } from 'drizzle-orm'
import { programNow } from '#app/workflow/clock.server'
import { draftOf, dropDraft } from '#app/workflow/drafts.server'
import { record } from '#app/workflow/events.server'
import { insist } from '#app/workflow/permissions'
import { read, readAll, together, write } from '#db/client'
import { profiles, schools } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import type { Profile } from './choice'
import { typedBefore } from './later.server'
import { typedProfile } from './profile-form.server'

export type ProfileAnswers = Omit<Profile, 'personId' | 'schoolId' | 'schoolName' | 'updatedAt'> & { school: string }

/** A student's profile with the name of its school, as a query for `readAll`: no row or one. */
export const profileOf = (studentId: string) =>
  read
    .select({ profile: profiles, school: schools })
    .from(profiles)
    .leftJoin(schools, eq(schools.id, profiles.schoolId))
    .where(eq(profiles.personId, studentId))

/** Names of the schools that can be chosen; any other may be typed. */
export const schoolNames = () => read.select({ name: schools.name }).from(schools).orderBy(asc(schools.name))

export const schoolNameOf = (row: { profile: Profile; school: { name: string } | null } | undefined) =>
  row?.school?.name ?? row?.profile.schoolName ?? ''

/** What the profile's form starts with, and the schools that it suggests. */
export async function readProfile(me: Person) {
  insist(me, 'application.start')
  const [[mine], schools, [draft]] = await readAll(profileOf(me.personId), schoolNames(), draftOf(me, '/profile'))
  const typed = typedBefore(typedProfile(mine?.profile, schoolNameOf(mine)), draft)
  return { typed, schools: schools.map(({ name }) => name) }
}

/** Keeps where a student studies; a school of the list is kept as such, another by its name. */
export async function saveProfile(me: Person, { school, ...answers }: ProfileAnswers, now: Date = programNow()) {
  insist(me, 'application.start')
  await write(async (tx) => {
    const known = await tx.query.schools.findFirst({ where: eq(schools.name, school) })
    const where = known ? { schoolId: known.id, schoolName: null } : { schoolId: null, schoolName: school }
    const row = { ...answers, ...where, updatedAt: now }
    await together([
      tx
        .insert(profiles)
        .values({ ...row, personId: me.personId })
        .onConflictDoUpdate({ target: profiles.personId, set: row }),
      dropDraft(tx, me, '/profile'),
      record(tx, me, { subjectKind: 'profile', subjectId: me.personId, step: 'save' }, now),
    ])
  })
}
