import { and, eq } from 'drizzle-orm'
import { askWhatIsDue } from '#app/evaluate/asking.server'
import { daysTogether } from '#app/evaluate/days-together.server'
import { signGrade } from '#app/evaluate/grades.server'
import { requestLetter } from '#app/evaluate/letter-requests.server'
import { markUploaded, saveLetter, signLetter } from '#app/evaluate/letters.server'
import { shippedQuestionnaires } from '#app/evaluate/questionnaire'
import { releaseEvaluation } from '#app/evaluate/releases.server'
import { signEvaluation } from '#app/evaluate/signatures.server'
import { addDays } from '#app/workflow/day.server'
import { read } from '#db/client'
import { evaluations } from '#db/schema/index'
import { holidayRows } from './calendar'
import { attendings, cast, idOf, type Member, pick, residents, type StudentKey } from './cast'
import { advices, attendingComments, letterBody, midpoints, narratives, residentComments } from './comments'
import { on, workday } from './history'
import { blockOf, placed, placement, published } from './placements'
import { schoolRows } from './schools'
import type { Moment } from './story'
import { absenceRows } from './supervisors'

export const questionnaireRows = shippedQuestionnaires

type Slug = (typeof shippedQuestionnaires)[number]['slug']
const formOf = (slug: Slug) => shippedQuestionnaires.find((form) => form.slug === slug)?.id as string
const free = holidayRows.map((holiday) => holiday.on)
export const about = (text: string, { name, familyName }: Pick<Member, 'name' | 'familyName'>) =>
  text.replaceAll('{first}', name.split(' ')[0]).replaceAll('{family}', familyName)

/** Days from the last day to the signed grade: 8 within 28, 3 up to 42, one a day late; block 4 is half done. */
const graded: Partial<Record<StudentKey, [days: number, grade: string]>> = {
  ortiz: [21, 'High Pass'],
  thompson: [24, 'Honors'],
  hansen: [26, 'Pass'],
  yusuf: [28, 'Honors'],
  jensen: [27, 'Pass'],
  malhotra: [35, 'High Pass'],
  sullivan: [43, 'Honors'],
  costa: [28, 'High Pass'],
  farouk: [20, 'Honors'],
  carter: [33, 'Pass'],
  nakamura: [38, 'High Pass'],
  klein: [25, 'Honors'],
  vogel: [25, 'High Pass'],
}
const yesterday = '2026-11-23'
/** Not yet answered on November 24. */
const owed: Partial<Record<StudentKey, string[]>> = { marsh: ['brandt'], kimura: ['brandt', 'raman', 'chen'] }

type Form = { who: StudentKey; by: [key: string, author: Member]; slug: Slug; days?: number }

/** The form that this author was asked for. */
async function formAbout({ who, by: [key, author], slug }: Form): Promise<string> {
  const isOf = and(
    eq(evaluations.placementId, placement(who)),
    eq(evaluations.authorId, author.personId),
    eq(evaluations.questionnaireId, formOf(slug)),
  )
  const [row] = await read.select({ id: evaluations.id }).from(evaluations).where(isOf)
  if (!row) throw new Error(`${key} was not asked about ${who}`)
  return row.id
}

/** Signs the form, and the director lets the student read it with the grade. */
function signs(form: Form, signedOn: string): Moment[] {
  const { who, by, slug, days } = form
  const words = idOf(`evaluation ${who} ${by[0]} ${slug}`)
  const answers = {
    ...answersOf(slug, words, cast[who]),
    ...(days === undefined ? {} : { conflict: 'no', days: `${days}` }),
  }
  const isLookedAt = graded[who] && releaseOf(slug) === 'look'
  return [
    {
      at: on(signedOn, `${12 + pick(words, 8)}:${10 + pick(`${words} minute`, 49)}`),
      tell: async (at) => signEvaluation(by[1], await formAbout(form), answers, at),
    },
    ...(isLookedAt
      ? [
          {
            at: gradedAt(who),
            tell: async (at: Date) => releaseEvaluation(attendings.duarte, await formAbout(form), at),
          },
        ]
      : []),
  ]
}

const releaseOf = (slug: Slug) => shippedQuestionnaires.find((form) => form.slug === slug)?.releaseAfter

export function answersOf(
  slug: Slug,
  id: string,
  student: Pick<Member, 'name' | 'familyName'>,
): Record<string, string> {
  const rated = (key: string) => [key, `${1 + pick(`${id} ${key}`, 3)}`]
  const say = (texts: string[], words: string) => about(texts[pick(words, texts.length)], student)
  if (slug === 'midpoint') return midpoints[pick(id, midpoints.length)]
  if (slug === 'attending-on-student') return { overall: rated('overall')[1], comment: say(attendingComments, id) }
  const keys = ['history', 'presentation', 'imaging', 'note', 'technique', 'after']
  const advice = say(advices, `${id} advice`)
  return { ...Object.fromEntries(keys.map(rated)), comment: say(residentComments, id), ...(advice ? { advice } : {}) }
}

const lifeOf = (who: string) => placed.find((life) => life.who === who) as (typeof placed)[number]

function gradedAt(who: StudentKey): Date {
  const [days] = graded[who] as [number, string]
  return on(addDays(blockOf(lifeOf(who)).lastOn, days), '15:40')
}

/** Residents with at least 3 days, the attending of record, and the midpoint of every rotation that is over. */
function isEvaluated([who, weeks]: [StudentKey, [keyof typeof residents, string, string][]]): Moment[] {
  const life = lifeOf(who)
  if (life.place.end !== 'completed') return []
  const { lastOn, firstOn } = blockOf(life)
  const record = life.place.record as keyof typeof attendings
  const attending: [string, Member] = [record, attendings[record]]
  const signed = (key: string, form: Form) => {
    const day = workday(addDays(lastOn, 1 + pick(`${who} ${key}`, 6)))
    return owed[who]?.includes(key) ? [] : signs(form, day < yesterday ? day : yesterday)
  }
  const keys = [...new Set(weeks.map(([resident]) => resident))]
  return [
    ...signs({ who, by: attending, slug: 'midpoint' }, addDays(firstOn, 11)),
    ...keys.flatMap((key) => {
      const days = daysWith(weeks, key)
      return days < 3 ? [] : signed(key, { who, by: [key, residents[key]], slug: 'resident-on-student', days })
    }),
    ...signed(record, { who, by: attending, slug: 'attending-on-student', days: 6 + pick(who, 9) }),
  ]
}

function daysWith(weeks: [string, string, string][], key: keyof typeof residents): number {
  const spans = weeks.filter(([resident]) => resident === key).map(([, firstOn, lastOn]) => ({ firstOn, lastOn }))
  const away = absenceRows.filter((it) => it.personId === residents[key].personId && it.status === 'approved')
  return daysTogether(spans, away, free).length
}

/** The mornings on which the job finds somebody to ask: a first day, the last day together, the last day. */
const mornings = new Set(
  (Object.entries(published) as [StudentKey, [string, string, string][]][]).flatMap(([who, weeks]) => {
    const { firstOn, lastOn } = blockOf(lifeOf(who))
    return [firstOn, lastOn, ...weeks.map(([, , last]) => last)]
  }),
)

/** Everybody asks, is asked and answers as far as November 24. */
export const evaluating: Moment[] = [
  ...[...mornings].filter((day) => day <= yesterday).map((day) => ({ at: on(day, '06:00'), tell: askWhatIsDue })),
  ...(Object.entries(published) as Parameters<typeof isEvaluated>[0][]).flatMap(isEvaluated),
]

export const grading: Moment[] = (Object.entries(graded) as [StudentKey, [number, string]][]).map(([who, [, word]]) => {
  const scale = schoolRows.find(({ id }) => id === idOf(`school ${lifeOf(who).school}`))?.grades
  const grade = scale && !scale.includes(word) ? 'Pass' : word
  const narrative = about(narratives[pick(who, narratives.length)], cast[who])
  const sign = (at: Date) => signGrade(attendings.duarte, placement(who), { grade, narrative, after: 0 }, at)
  return { at: gradedAt(who), ids: [idOf(`grade ${who}`)], tell: sign }
})

/** Seven asked for a letter once their rotation was over; all were uploaded by late September. */
const asked: [StudentKey, requestedOn: string, signedOn: string, uploadedOn: string][] = [
  ['ortiz', '2026-08-02', '2026-08-12', '2026-08-13'],
  ['hansen', '2026-08-01', '2026-08-14', '2026-08-17'],
  ['yusuf', '2026-08-03', '2026-08-13', '2026-08-14'],
  ['jensen', '2026-08-30', '2026-09-10', '2026-09-11'],
  ['malhotra', '2026-08-29', '2026-09-11', '2026-09-14'],
  ['costa', '2026-08-31', '2026-09-09', '2026-09-10'],
  ['farouk', '2026-09-26', '2026-09-28', '2026-09-29'],
]
/** Whether this student asked for a letter. */
export const hasLetter = (who: string) => asked.some(([one]) => one === who)

export const writing: Moment[] = asked.flatMap(([who, requestedOn, signedOn, uploadedOn]) => {
  const [id, me, by] = [idOf(`letter ${who}`), cast[who], attendings.adler]
  const body = about(letterBody, me)
  const request = {
    ...{ authorId: by.personId, signerName: me.name, consent: 'yes' as const },
    waiver: who === 'jensen' ? ('no' as const) : ('yes' as const),
    erasLetterId: `ERAS-${100_000 + pick(who, 900_000)}`,
    aamcId: `${10_000_000 + pick(`${who} aamc`, 9_000_000)}`,
  }
  return [
    { at: on(requestedOn, '20:10'), ids: [id], tell: (at) => requestLetter(me, placement(who), request, at) },
    { at: on(addDays(signedOn, -1), '17:20'), tell: (at) => saveLetter(by, id, body, at) },
    { at: on(signedOn, '17:30'), tell: (at) => signLetter(by, id, body, at) },
    { at: on(uploadedOn, '08:45'), tell: (at) => markUploaded(by, id, at) },
  ]
})
