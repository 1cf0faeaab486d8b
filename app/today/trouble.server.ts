import { and, count, eq, inArray, lt } from 'drizzle-orm'
import { may } from '#app/workflow/permissions'
import { read } from '#db/client'
import * as t from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { only } from './scope.server'

const MOST_NAMED = 5

/** Messages that failed or may not have gone out. */
export const mailTrouble = (me: Person) =>
  read
    .select({ n: count() })
    .from(t.messages)
    .where(and(only(may(me, 'message.read')), inArray(t.messages.status, ['failed', 'unsure'])))

/** Background work that gave up. */
export const workTrouble = (me: Person) =>
  read
    .select({ n: count() })
    .from(t.jobs)
    .where(and(only(may(me, 'work.read')), eq(t.jobs.state, 'failed')))

/** Schools that were asked and did not answer in time, the longest first. */
export const silentSchools = (me: Person, today: string) =>
  read
    .select({
      applicationId: t.applications.id,
      student: t.people.name,
      askedAt: t.confirmations.askedAt,
      replyByOn: t.confirmations.replyByOn,
    })
    .from(t.confirmations)
    .innerJoin(t.applications, eq(t.applications.id, t.confirmations.applicationId))
    .innerJoin(t.people, eq(t.people.id, t.applications.studentId))
    .where(
      and(
        only(may(me, 'application.decide')),
        eq(t.applications.status, 'submitted'),
        inArray(t.confirmations.status, ['asked', 'expired', 'declined']),
        lt(t.confirmations.replyByOn, today),
      ),
    )
    .orderBy(t.confirmations.replyByOn)
    .limit(MOST_NAMED)
