import { startApplication, stepApplication, withdrawApplication } from '#app/apply/applications.server'
import { wishKey } from '#app/apply/choice'
import { confirmationWorkflow, schoolQuestions } from '#app/apply/confirmation'
import { answerForSchool, askSchool } from '#app/apply/confirmations.server'
import { declineToOffer, makeEligible, putOnWaitlist, returnApplication } from '#app/apply/decisions.server'
import { type ProfileAnswers, saveProfile } from '#app/apply/profiles.server'
import { rankDates } from '#app/apply/ranking.server'
import { saveStatement } from '#app/apply/statements.server'
import { sendApplication } from '#app/apply/submissions.server'
import { addDays } from '#app/workflow/day.server'
import { move } from '#app/workflow/move.server'
import { read, write } from '#db/client'
import { confirmations } from '#db/schema/index'
import { block, yearId } from './calendar'
import { cast, idOf, staff } from './cast'
import { elective, subInternship } from './clerkships'
import { on, workday } from './history'
import { type Life, lives, type Slot } from './lives'
import { service } from './program'
import { registrarOf, schoolNames } from './schools'
import { statements } from './statements'
import type { Moment } from './story'

export const application = (who: string) => idOf(`application ${who}`)
export const clerkshipOf = (life: Life) => (life.isElective ? elective : subInternship)

const confirmation = (who: string) => idOf(`confirmation ${who}`)

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

function profileOf(life: Life): ProfileAnswers {
  const { who, school: key, isThirdYear, isLate } = life
  return {
    school: schoolNames[key],
    registrarEmail: registrarOf(key),
    promotesOn: isThirdYear ? '2027-06-01' : '2026-05-18',
    graduatesOn: isThirdYear ? '2028-05-26' : isLate ? '2027-06-25' : '2027-05-28',
    medicineDoneOn: isThirdYear ? '2026-08-14' : '2025-11-21',
    surgeryDoneOn: isThirdYear ? '2026-10-09' : '2026-01-30',
    exam: key === 'meridian' ? 'level-1' : 'step-1',
    examPassedOn: isThirdYear ? '2026-05-29' : '2025-04-11',
    emergencyName: `${cast[who].familyName} family`,
    emergencyPhone: '213-555-0188',
  }
}

const keyOf = (slot: Slot) => {
  const wish = partsOf(slot)
  return wishKey({ blockId: block(wish.block), serviceId: wish.service ? service(wish.service) : null })
}

const returnReasons: Record<string, string> = {
  stone: 'Your transcript is not the official one: it has no registrar’s signature. Upload the official transcript.',
  bernard: 'Your immunization form has no hepatitis B titer and no signature. Fill it in and upload it again.',
}
const refusalReasons: Record<string, string> = {
  khalil: 'Your school has no agreement with us, and one cannot be made in time.',
  nolan: 'Both dates you asked for are full. You can apply again when the next year opens on Monday, February 1.',
}

/** Signs up, starts, ranks dates, writes; asks the school and sends. */
function applies(life: Life, statement: string | null): Moment[] {
  const [me, id, { startedOn, askedOn, sentOn }] = [cast[life.who], application(life.who), life]
  const wroteOn = addDays(startedOn, 2)
  return [
    { at: on(startedOn, '16:05'), tell: (at) => saveProfile(me, profileOf(life), at) },
    { at: on(startedOn, '16:10'), ids: [id], tell: (at) => startApplication(me, clerkshipOf(life), at, yearId) },
    { at: on(startedOn, '16:20'), tell: (at) => rankDates(me, id, life.wishes.map(keyOf), at) },
    ...when(statement && wroteOn, '16:40', (at) => saveStatement(me, id, statement as string, at)),
    ...when(askedOn, '16:45', (at) => askSchool(me, id, registrarOf(life.school), at), [confirmation(life.who)]),
    ...when(sentOn, '17:05', (at) => sendApplication(me, id, at)),
  ]
}

/** A moment on a day, where there is one. */
const when = (day: string | null | undefined, time: string, tell: Moment['tell'], ids?: string[]): Moment[] =>
  day ? [{ at: on(day, time), tell, ids }] : []
const onWorkday = (day?: string) => day && workday(day)

const answers = Object.fromEntries(Object.keys(schoolQuestions).map((question) => [question, 'yes']))

/** The school's word, by the link in its message. */
async function schoolConfirms({ who, school: key }: Life, at: Date): Promise<void> {
  const isOf = confirmation(who)
  const link = await read.query.links.findFirst({ where: ({ subjectId }, { eq }) => eq(subjectId, isOf) })
  if (!link) throw new Error(`Nobody asked the school of ${who}`)
  const signed = { signerName: registrars[key], signerTitle: 'Registrar', answers }
  await answerForSchool(link, { step: 'confirm', ...signed }, at)
}

/** The school takes its word back by telephone: the coordinator writes down both, without a reason. */
async function schoolWithdraws({ who }: Life, at: Date): Promise<void> {
  await write(async (tx) => {
    const it = { id: confirmation(who), status: 'confirmed', studentId: cast[who].personId }
    const moving = { table: confirmations, kind: 'confirmation', workflow: confirmationWorkflow, step: 'revoke', it }
    await move(tx, staff.whitlock, moving, at)
    const one = { id: application(who), status: 'eligible' as const, studentId: cast[who].personId }
    await stepApplication(tx, staff.whitlock, one, 'withdraw', {}, at)
  })
}

/** What the host makes of it, and who gives up before or after a place was found; placements.ts tells of places. */
function isDecided(life: Life): Moment[] {
  const [me, id, { who, place }] = [cast[life.who], application(life.who), life]
  const { whitlock } = staff
  const refused = place?.end === 'lapsed' ? undefined : life.notOfferedOn
  const waits = place ? undefined : life.waitlistedOn
  const isBySchool = who === 'webber'
  return [
    ...when(onWorkday(life.schoolAnsweredOn), '10:15', (at) => schoolConfirms(life, at)),
    ...when(life.returnedOn, '11:20', (at) =>
      returnApplication(whitlock, id, { reason: returnReasons[who], byOn: '2026-12-04' }, at),
    ),
    ...when(onWorkday(life.eligibleOn), '07:40', (at) => makeEligible(whitlock, id, at)),
    ...when(waits, '10:05', (at) => putOnWaitlist(whitlock, id, at)),
    ...when(refused, '10:30', (at) => declineToOffer(whitlock, id, refusalReasons[who], at)),
    ...when(life.withdrawnOn, '09:10', (at) =>
      isBySchool ? schoolWithdraws(life, at) : withdrawApplication(me, id, undefined, at),
    ),
  ]
}

/** Of every application, what was done to it before a place was found. */
export const applying: Moment[] = lives.flatMap((life, at) => {
  const statement = life.who === 'park' || life.who === 'cho' ? null : statements[at % statements.length]
  return [...applies(life, statement), ...isDecided(life)]
})
