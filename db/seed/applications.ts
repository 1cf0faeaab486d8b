import { addDays } from '#app/workflow/day.server'
import type { applications, choices, profiles } from '#db/schema/apply/applications'
import type { confirmations } from '#db/schema/apply/documents'
import { block, yearId } from './calendar'
import { cast, idOf, type Member, staff } from './cast'
import { clerkship, elective, subInternship } from './clerkships'
import { job, link, on, tell, workday } from './history'
import { type Life, lives, type Slot } from './lives'
import { service } from './program'
import { registrarOf, school } from './schools'
import { statements } from './statements'

type Application = typeof applications.$inferInsert
type Status = Application['status']

export const application = (who: string) => idOf(`application ${who}`)
export const clerkshipOf = (life: Life) => (life.isElective ? elective : subInternship)

/** A slot's block and service; the service is null for either. */
export function partsOf(slot: Slot) {
  const [, name, letter] = /^(\d+[AB]?)([pn*])$/.exec(slot) as RegExpExecArray
  return { block: name, service: letter === '*' ? null : letter === 'n' ? 'neuro' : 'peripheral' }
}

const registrars: Record<string, string> = {
  arroyo: 'Helen Marsh-Ito',
  cedar: 'Paul Devereux',
  bayline: 'Monique Tran',
  sierra: 'Oscar Lund',
  northgate: 'Denise Aldana',
  meridian: 'Frank Osei-Boyle',
  lakeshore: 'Rita Kowalski',
  fairmont: 'Gwen Park-Reyes',
  pinecrest: 'Louis Amato',
}

function profileOf(life: Life): typeof profiles.$inferInsert {
  const { who, school: key, isThirdYear, isLate } = life
  const isOsteopathic = key === 'meridian'
  return {
    personId: cast[who].personId,
    schoolId: school(key),
    registrarEmail: registrarOf(key),
    promotesOn: isThirdYear ? '2027-06-01' : '2026-05-18',
    graduatesOn: isThirdYear ? '2028-05-26' : isLate ? '2027-06-25' : '2027-05-28',
    medicineDoneOn: isThirdYear ? '2026-08-14' : '2025-11-21',
    surgeryDoneOn: isThirdYear ? '2026-10-09' : '2026-01-30',
    exam: isOsteopathic ? 'level-1' : 'step-1',
    examPassedOn: isThirdYear ? '2026-05-29' : '2025-04-11',
    emergencyName: `${cast[who].familyName} family`,
    emergencyPhone: '213-555-0188',
    updatedAt: on(life.startedOn, '16:20'),
  }
}

export const profileRows = lives.map(profileOf)

export const choiceRows: (typeof choices.$inferInsert)[] = lives.flatMap((life) =>
  life.wishes.map((slot, at) => {
    const wish = partsOf(slot)
    const hasEnded = life.place?.end === 'declined' && life.place.in === slot
    return {
      id: idOf(`choice ${life.who} ${slot}`),
      applicationId: application(life.who),
      rank: at + 1,
      blockId: block(wish.block),
      serviceId: wish.service ? service(wish.service) : null,
      hasEnded,
    }
  }),
)

/** The school's word: asked before sending, given before eligible; one taken back when the school withdrew. */
export const confirmationRows: (typeof confirmations.$inferInsert)[] = lives.flatMap((life) => {
  if (!life.askedOn) return []
  const { who, school: key, schoolAnsweredOn } = life
  const id = idOf(`confirmation ${who}`)
  const subject = { kind: 'confirmation', id }
  const by = link(registrars[key])
  const askedAt = tell(cast[who], subject, 'ask', 'asked', on(life.askedOn, '16:45'))
  const answeredAt = schoolAnsweredOn ? on(workday(schoolAnsweredOn), '10:15') : null
  if (answeredAt) tell(by, subject, 'confirm', 'confirmed', answeredAt, 'asked')
  const isRevoked = who === 'webber'
  if (isRevoked) tell(by, subject, 'revoke', 'revoked', on(life.withdrawnOn as string, '08:30'), 'confirmed')
  return [
    {
      id,
      applicationId: application(who),
      status: isRevoked ? 'revoked' : answeredAt ? 'confirmed' : 'asked',
      askedAt,
      askedOf: registrarOf(key),
      replyByOn: addDays(life.askedOn, 21),
      answeredAt,
      signerName: answeredAt ? registrars[key] : null,
      signerTitle: answeredAt ? 'Registrar' : null,
      answers: answeredAt ? { standing: 'yes', year: 'yes', cover: 'yes' } : null,
    },
  ]
})

const returnReasons: Record<string, string> = {
  stone: 'Your transcript is not the official one: it has no registrar’s signature. Upload the official transcript.',
  bernard: 'Your immunization form has no hepatitis B titer and no signature. Fill it in and upload it again.',
}
const refusalReasons: Record<string, string> = {
  khalil: 'Your school has no agreement with us, and one cannot be made in time.',
  nolan: 'Both dates you asked for are full. You can apply again when the next year opens on Monday, February 1.',
  castillo: 'The offer for block 5 ended without a reply.',
}

/** Tells an application's steps in order and returns the status where it stands, since when. */
function told(life: Life): { status: Status; statusAt: Date } {
  const it = { kind: 'application', id: application(life.who) }
  let standing = { status: 'draft' as Status, statusAt: on(life.startedOn, '16:10') }
  const step = (by: Member | ReturnType<typeof job>, name: string, to: Status, at: Date, note?: string) => {
    tell(by, it, name, to, at, name === 'start' ? undefined : standing.status, note)
    standing = { status: to, statusAt: at }
  }
  const me = cast[life.who]
  const { whitlock } = staff
  step(me, 'start', 'draft', standing.statusAt)
  if (life.sentOn) step(me, 'send', 'submitted', on(life.sentOn, '17:05'))
  if (life.returnedOn) step(whitlock, 'return', 'returned', on(life.returnedOn, '11:20'), returnReasons[life.who])
  if (life.eligibleOn) step(whitlock, 'make eligible', 'eligible', on(workday(life.eligibleOn), '09:40'))
  const { place } = life
  if (place?.end === 'declined') step(me, 'decline', 'waitlisted', on(place.answeredOn as string, '18:20'))
  else if (life.waitlistedOn) step(whitlock, 'waitlist', 'waitlisted', on(life.waitlistedOn, '10:05'))
  if (place?.end === 'lapsed')
    step(job('Offers that ended'), 'lapse', 'not offered', on(addDays(place.answeredOn as string, 1), '00:00'))
  else if (life.notOfferedOn)
    step(whitlock, 'not offer', 'not offered', on(life.notOfferedOn, '10:30'), refusalReasons[life.who])
  if (place && ['accepted', 'confirmed', 'completed', 'withdrawn'].includes(place.end))
    step(me, 'place', 'placed', on(workday(place.answeredOn as string), '18:20'))
  if (life.withdrawnOn)
    step(life.who === 'webber' ? whitlock : me, 'withdraw', 'withdrawn', on(life.withdrawnOn, '09:10'))
  return standing
}

function applicationOf(life: Life, at: number): Application {
  const { who } = life
  const { status, statusAt } = told(life)
  const isOpen = status === 'submitted' || status === 'returned'
  const statement = who === 'park' || who === 'cho' ? null : statements[at % statements.length]
  return {
    id: application(who),
    reference: `IR-2026-${String(life.number).padStart(4, '0')}`,
    studentId: cast[who].personId,
    clerkshipId: clerkship(clerkshipOf(life)),
    yearId,
    status,
    statement,
    statusAt,
    startedAt: on(life.startedOn, '16:10'),
    sentAt: life.sentOn ? on(life.sentOn, '17:05') : null,
    requirementsAt: life.sentOn ? on(life.sentOn, '17:05') : null,
    replyByOn: isOpen && life.sentOn ? addDays(life.sentOn, 21) : status === 'eligible' ? '2026-12-15' : null,
    reason: returnReasons[who] ?? (status === 'not offered' ? refusalReasons[who] : null),
    returnByOn: status === 'returned' ? '2026-12-04' : null,
  }
}

export const applicationRows = lives.map(applicationOf)
