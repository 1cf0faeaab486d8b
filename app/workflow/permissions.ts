import type { Actor, Person, Role } from '#db/schema/people/actors'
import { forbidden } from './refusal'

const has = (me: Actor, ...roles: Role[]): me is Person =>
  me.kind === 'person' && me.roles.some((role) => roles.includes(role))
const is = (me: Actor, personId: string | null | undefined) => me.kind === 'person' && me.personId === personId
const byJob = (me: Actor) => me.kind === 'job'
const byLink = (me: Actor, purpose: string, subjectId: string) =>
  me.kind === 'link' && me.purpose === purpose && me.subjectId === subjectId
const staff: Role[] = ['coordinator', 'clerkship-director', 'program-director']

type Of<T> = (me: Actor, it: T) => boolean
type Student = { studentId: string }
type Authored = { authorId: string; subjectId: string }

const arranges = (me: Actor) => has(me, 'coordinator', 'program-director')
const owns: Of<Student> = (me, it) => is(me, it.studentId)

/** Who may do what, once: pages ask `may`, commands `insist`. A person's permissions are the union of their roles. */
export const permissions = {
  // people
  'person.invite': (me) => has(me, 'coordinator', 'program-director'),
  'person.roles': (me) => has(me, 'coordinator', 'program-director'),
  'person.list': (me) => has(me, ...staff),
  // program
  'program.edit': (me) => has(me, 'coordinator'),
  'schedule.read': (me) => has(me, ...staff, 'resident', 'attending'),
  // apply
  'application.start': (me) => has(me, 'student'),
  'application.read': (me, it: Student) => owns(me, it) || has(me, ...staff, 'reviewer', 'health-reviewer'),
  'application.edit': owns,
  'application.send': owns,
  'application.withdraw': (me, it: Student) => owns(me, it) || has(me, 'coordinator'),
  'application.list': (me) => has(me, ...staff, 'reviewer', 'health-reviewer'),
  'application.decide': (me) => has(me, 'coordinator', 'clerkship-director'),
  'application.follow': (me) => byJob(me) || me.kind === 'person',
  'application.score': (me) => has(me, 'reviewer', 'clerkship-director', 'coordinator'),
  'score.owe': (me) => has(me, 'reviewer', 'clerkship-director'),
  'document.read': (me, it: Student & { isHealth: boolean }) =>
    owns(me, it) || has(me, 'health-reviewer') || (!it.isHealth && has(me, ...staff, 'reviewer')),
  'document.check': (me, it: { isHealth: boolean }) =>
    it.isHealth ? has(me, 'health-reviewer') : has(me, 'coordinator'),
  'document.expire': byJob,
  'confirmation.answer': (me, it: { id: string }) => byLink(me, 'school', it.id),
  'confirmation.manage': (me, it: Student) => owns(me, it) || has(me, 'coordinator') || byJob(me),
  // assign
  'board.read': (me) => has(me, ...staff),
  'placement.read': (me, it: Student) => owns(me, it) || has(me, ...staff),
  'placement.arrange': arranges,
  'placement.offer': (me) => arranges(me) || byJob(me),
  'placement.answer': owns,
  'placement.confirm': (me) => byJob(me) || me.kind === 'person',
  'placement.lapse': byJob,
  'placement.withdraw': (me, it: Student) => owns(me, it) || has(me, 'coordinator'),
  'placement.cancel': (me) => arranges(me) || byJob(me),
  'placement.complete': byJob,
  'placement.overbook': (me) => has(me, 'program-director'),
  // pair
  'pairing.read': (me) => has(me, ...staff),
  'pairing.arrange': (me) => has(me, 'coordinator'),
  'exclusion.manage': (me) => has(me, 'clerkship-director', 'program-director'),
  // evaluate
  'evaluation.write': (me, it: Authored) => is(me, it.authorId) && !is(me, it.subjectId),
  'evaluation.ask': (me) => byJob(me) || has(me, 'coordinator'),
  'evaluation.read': (me, it: Authored & { status: string; releasedAt: Date | null; isBesideMine?: boolean }) =>
    is(me, it.subjectId)
      ? it.releasedAt !== null
      : is(me, it.authorId) ||
        (it.status === 'signed' && (has(me, 'clerkship-director', 'program-director') || it.isBesideMine === true)),
  'evaluation.release': (me, it: Authored) => has(me, 'clerkship-director') && !is(me, it.subjectId),
  'evaluation.remind': (me) => has(me, 'coordinator', 'clerkship-director'),
  'evaluation.expire': byJob,
  'completion.read': (me) => has(me, ...staff),
  'grade.read': (me, it: Student & { status: string }) =>
    has(me, 'clerkship-director') ? !is(me, it.studentId) : owns(me, it) && it.status !== 'drafted',
  'grade.sign': (me, it: Student) => has(me, 'clerkship-director') && !is(me, it.studentId),
  'letter.request': owns,
  'letter.write': (me, it: { authorId: string }) => is(me, it.authorId) && has(me, 'program-director', 'attending'),
  'letter.read': (me, it: Student & { authorId: string; hasWaived: boolean; status: string }) =>
    is(me, it.authorId) || (owns(me, it) && !it.hasWaived && (it.status === 'signed' || it.status === 'uploaded')),
  'concern.read': (me) => has(me, 'clerkship-director'),
  // report
  'message.read': (me) => has(me, 'coordinator'),
  'message.resend': (me) => has(me, 'coordinator'),
  'work.read': (me) => has(me, 'coordinator'),
  'work.start': (me) => has(me, 'coordinator'),
  'event.read': (me) => has(me, 'coordinator', 'program-director'),
} satisfies Record<string, (me: Actor, it: never) => boolean>

export type Permission = keyof typeof permissions
type Subject<P extends Permission> = (typeof permissions)[P] extends (me: Actor, it: infer T) => boolean
  ? unknown extends T
    ? []
    : [it: T]
  : []

/** Whether this actor may do this to this thing. */
export function may<P extends Permission>(me: Actor, permission: P, ...it: Subject<P>): boolean {
  return (permissions[permission] as (me: Actor, it: unknown) => boolean)(me, (it as unknown[])[0])
}

/** Throws 403 with a sentence unless this actor may. */
export function insist<P extends Permission>(me: Actor, permission: P, ...it: Subject<P>): void {
  if (!may(me, permission, ...it)) throw forbidden('Your account may not do this.')
}
