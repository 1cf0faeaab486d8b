import type { Happened } from './happened.server'
import type { Placement } from './placement'

type Facts = {
  placement: Pick<Placement, 'status' | 'expiresAt' | 'papersDueOn'>
  block: { name: string; firstOn: string; lastOn: string }
  events: Happened[]
  isMine: boolean
  maySeeReasons: boolean
  firstDayAt: string
  today: string
}
export type Step = {
  title: string
  at?: Date
  /** Why, in the words of whoever did it. */
  reason?: string
  on?: string
  by?: boolean
  time?: string
  when: 'past' | 'now' | 'later'
}

type Saying = (it: { by: string; you: string; block: string }) => string
const said: Record<string, Saying> = {
  'application.send': ({ you }) => `${you} sent the application`,
  'application.make eligible': ({ you }) => `${you} can be placed`,
  'placement.place': ({ by }) => `${by} drafted the place`,
  'placement.overbook': ({ by }) => `${by} drafted the place beyond the seats`,
  'placement.offer': ({ by, block }) => `${by} offered block ${block}`,
  'placement.retract': ({ by }) => `${by} took the offer back`,
  'placement.enroll': () => 'The school’s list gave the place',
  'placement.take back': ({ by }) => `${by} took the place back`,
  'placement.accept': ({ you }) => `${you} accepted`,
  'placement.confirm': () => 'The place was confirmed',
  'placement.decline': ({ you }) => `${you} declined`,
  'placement.lapse': () => 'The offer ended without a reply',
  'placement.withdraw': ({ by }) => `${by} gave the place up`,
  'placement.cancel': ({ by }) => `${by} cancelled the place`,
  'placement.move': ({ by, block }) => `${by} moved block ${block}`,
  'placement.complete': () => 'The rotation was completed',
}
/** What a student isn't told of: the hands that moved a draft. */
const inside = ['placement.place', 'placement.overbook', 'placement.retract', 'placement.take back']
/** Steps that are taken with a reason, which the staff reads. */
const reasoned = ['placement.overbook', 'placement.decline', 'placement.withdraw', 'placement.cancel']

/** What has happened, the last of it now, and what comes. */
export function timelineOf(it: Facts): Step[] {
  const you = it.isMine ? 'You' : 'The student'
  const past = it.events
    .filter(({ kind, step }) => said[`${kind}.${step}`] && !(it.isMine && inside.includes(`${kind}.${step}`)))
    .map(({ at, kind, step, by, block, note }) => ({
      title: said[`${kind}.${step}`]({ by, you, block: block ?? it.block.name }),
      at,
      reason: (it.maySeeReasons && reasoned.includes(`${kind}.${step}`) && note) || undefined,
      when: 'past' as const,
    }))
  return [...past.slice(0, -1), ...past.slice(-1).map((last) => ({ ...last, when: 'now' as const })), ...laterOf(it)]
}

function laterOf({ placement, block, isMine, firstDayAt, today }: Facts): Step[] {
  const { status, expiresAt, papersDueOn } = placement
  const isOpen = ['offered', 'accepted', 'confirmed'].includes(status)
  const later: (Step | false | null | '')[] = [
    status === 'offered' &&
      expiresAt && { title: `${isMine ? 'You reply' : 'The student replies'}`, at: expiresAt, by: true, when: 'later' },
    isOpen && status !== 'confirmed' && papersDueOn && { title: 'Documents due', on: papersDueOn, when: 'later' },
    isOpen &&
      block.firstOn > today && {
        title: isMine ? 'You start' : 'The rotation starts',
        on: block.firstOn,
        time: firstDayAt,
        when: 'later',
      },
  ]
  return later.filter((step): step is Step => Boolean(step))
}
