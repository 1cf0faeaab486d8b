import { sql } from 'drizzle-orm'
import { events } from '#db/schema/index'

/** The student whom an event's record is about, worked out by the database; null where it is about nobody. */
export const studentOf = sql<string | null>`case ${events.subjectKind}
  when 'application' then (select student_id from applications where id = ${events.subjectId})
  when 'document' then (select student_id from documents where id = ${events.subjectId})
  when 'placement' then (select student_id from placements where id = ${events.subjectId})
  when 'evaluation' then (select subject_id from evaluations where id = ${events.subjectId})
  when 'letter' then (select student_id from letters where id = ${events.subjectId})
  when 'confirmation' then (select a.student_id from confirmations c
    join applications a on a.id = c.application_id where c.id = ${events.subjectId})
  when 'grade' then (select p.student_id from grades g
    join placements p on p.id = g.placement_id where g.id = ${events.subjectId})
  when 'pairing' then (select p.student_id from pairings w
    join placements p on p.id = w.placement_id where w.id = ${events.subjectId})
  when 'profile' then ${events.subjectId}
  end`

/** Records of students whose name, or whose application's reference, has this word in it. */
export const aboutStudents = (word: string) => sql`${events.subjectId} in (
  with named as (select id from people where name like ${word}
    union select student_id from applications where reference like ${word})
  select id from applications where student_id in named
  union all select id from documents where student_id in named
  union all select id from placements where student_id in named
  union all select id from evaluations where subject_id in named
  union all select id from letters where student_id in named
  union all select c.id from confirmations c join applications a on a.id = c.application_id
    where a.student_id in named
  union all select g.id from grades g join placements p on p.id = g.placement_id where p.student_id in named
  union all select id from named)`

/** A health document: why it was refused is for its reviewer alone. */
export const isHealth = sql<boolean>`exists (select 1 from documents d join requirements r on r.id = d.requirement_id
  where ${events.subjectKind} = 'document' and d.id = ${events.subjectId} and r.is_health = 1)`
