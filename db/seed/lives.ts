import type { StudentKey } from './cast'

/** A wish or a place: block and service, `p` peripheral, `n` neuro, `*` either; `9Bp` is elective 9B on peripheral IR. */
export type Slot = `${number}${'' | 'A' | 'B'}${'p' | 'n' | '*'}`

/** What happened to a placement, by day; `end` is where it stands. */
export type Place = {
  in: Slot
  placedOn: string
  offeredOn?: string
  answeredOn?: string
  confirmedOn?: string
  withdrawnOn?: string
  end: 'draft' | 'offered' | 'accepted' | 'confirmed' | 'completed' | 'declined' | 'lapsed' | 'withdrawn'
  record?: 'adler' | 'bauer' | 'chen' | 'duarte' | 'eriksen' | 'faraj' | 'gupta' | 'hale' | 'ito' | 'jonas' | 'kessler'
}

export type Life = {
  who: StudentKey
  school: string
  number: number
  isElective?: boolean
  isThirdYear?: boolean
  /** Still here for block 12, or coming back for it. */
  isLate?: boolean
  wishes: Slot[]
  startedOn: string
  askedOn?: string
  schoolAnsweredOn?: string
  sentOn?: string
  returnedOn?: string
  eligibleOn?: string
  waitlistedOn?: string
  notOfferedOn?: string
  withdrawnOn?: string
  place?: Place
}

const done = (slot: Slot, on: string, record: Place['record'], confirmedOn: string): Place => ({
  in: slot,
  placedOn: on,
  offeredOn: on,
  answeredOn: later(on, 4),
  confirmedOn,
  end: 'completed',
  record,
})

function later(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

type Sent = Pick<Life, 'startedOn' | 'askedOn' | 'schoolAnsweredOn' | 'sentOn' | 'eligibleOn'>
/** Sent on this day and found eligible 12 days after. */
const sent = (on: string): Sent => ({
  startedOn: later(on, -7),
  askedOn: later(on, -5),
  schoolAnsweredOn: later(on, 6),
  sentOn: on,
  eligibleOn: later(on, 12),
})

/** The 44 applications of the year, oldest first. */
export const lives: Life[] = [
  // blocks 1 to 3: completed, graded
  {
    who: 'ortiz',
    school: 'northgate',
    number: 3,
    wishes: ['1p', '2p'],
    ...sent('2026-02-24'),
    place: done('1p', '2026-03-10', 'adler', '2026-06-01'),
  },
  {
    who: 'thompson',
    school: 'cedar',
    number: 5,
    wishes: ['1p'],
    ...sent('2026-02-26'),
    place: done('1p', '2026-03-10', 'bauer', '2026-05-27'),
  },
  {
    who: 'hansen',
    school: 'bayline',
    number: 9,
    wishes: ['1p', '1n', '2p'],
    ...sent('2026-03-04'),
    place: done('1p', '2026-03-17', 'chen', '2026-06-02'),
  },
  {
    who: 'yusuf',
    school: 'fairmont',
    number: 11,
    wishes: ['1n', '2n'],
    ...sent('2026-03-06'),
    place: done('1n', '2026-03-19', 'ito', '2026-05-29'),
  },
  {
    who: 'jensen',
    school: 'sierra',
    number: 14,
    wishes: ['2p', '3p'],
    ...sent('2026-03-19'),
    place: done('2p', '2026-04-02', 'duarte', '2026-06-26'),
  },
  {
    who: 'malhotra',
    school: 'lakeshore',
    number: 17,
    wishes: ['2*', '3*'],
    ...sent('2026-03-26'),
    place: done('2p', '2026-04-09', 'eriksen', '2026-06-30'),
  },
  {
    who: 'sullivan',
    school: 'meridian',
    number: 21,
    wishes: ['2p'],
    ...sent('2026-04-02'),
    place: done('2p', '2026-04-16', 'faraj', '2026-07-01'),
  },
  {
    who: 'costa',
    school: 'northgate',
    number: 22,
    wishes: ['2n', '3n', '2p'],
    ...sent('2026-04-03'),
    place: done('2n', '2026-04-16', 'jonas', '2026-07-02'),
  },
  {
    who: 'farouk',
    school: 'arroyo',
    number: 25,
    wishes: ['3p'],
    ...sent('2026-04-17'),
    place: done('3p', '2026-04-30', 'gupta', '2026-07-28'),
  },
  {
    who: 'carter',
    school: 'fairmont',
    number: 28,
    wishes: ['3p', '4p'],
    ...sent('2026-04-24'),
    place: done('3p', '2026-05-07', 'hale', '2026-07-30'),
  },
  {
    who: 'nakamura',
    school: 'bayline',
    number: 33,
    wishes: ['3*', '4*'],
    ...sent('2026-05-05'),
    place: done('3p', '2026-05-18', 'adler', '2026-07-31'),
  },
  {
    who: 'klein',
    school: 'lakeshore',
    number: 34,
    wishes: ['3n'],
    ...sent('2026-05-07'),
    place: done('3n', '2026-05-20', 'kessler', '2026-07-29'),
  },
  // blocks 4 to 6
  {
    who: 'marsh',
    school: 'northgate',
    number: 41,
    wishes: ['4p', '5p'],
    ...sent('2026-05-21'),
    place: done('4p', '2026-06-04', 'adler', '2026-08-27'),
  },
  {
    who: 'vogel',
    school: 'cedar',
    number: 43,
    wishes: ['4n', '3n'],
    ...sent('2026-05-26'),
    place: done('4n', '2026-06-09', 'ito', '2026-08-25'),
  },
  {
    who: 'rao',
    school: 'fairmont',
    number: 46,
    wishes: ['4p'],
    ...sent('2026-06-04'),
    withdrawnOn: '2026-09-08',
    place: {
      in: '4p',
      placedOn: '2026-06-18',
      offeredOn: '2026-06-18',
      answeredOn: '2026-06-22',
      confirmedOn: '2026-08-26',
      withdrawnOn: '2026-09-08',
      end: 'withdrawn',
    },
  },
  {
    who: 'kimura',
    school: 'bayline',
    number: 52,
    wishes: ['5p', '6p'],
    ...sent('2026-06-18'),
    place: done('5p', '2026-07-02', 'chen', '2026-09-24'),
  },
  {
    who: 'castillo',
    school: 'meridian',
    number: 55,
    wishes: ['5p'],
    ...sent('2026-06-30'),
    notOfferedOn: '2026-07-30',
    place: { in: '5p', placedOn: '2026-07-15', offeredOn: '2026-07-16', answeredOn: '2026-07-30', end: 'lapsed' },
  },
  {
    who: 'huang',
    school: 'lakeshore',
    number: 58,
    wishes: ['6p', '5p'],
    ...sent('2026-07-07'),
    eligibleOn: undefined,
    withdrawnOn: '2026-07-17',
  },
  {
    who: 'weiss',
    school: 'northgate',
    number: 63,
    wishes: ['6p', '5p'],
    ...sent('2026-07-21'),
    place: { ...done('6p', '2026-08-04', 'faraj', '2026-10-22'), end: 'confirmed' },
  },
  {
    who: 'khalil',
    school: 'pinecrest',
    number: 66,
    wishes: ['6p'],
    ...sent('2026-07-28'),
    eligibleOn: undefined,
    notOfferedOn: '2026-08-14',
  },
  // block 7 and on: open since August 3
  {
    who: 'novak',
    school: 'cedar',
    number: 71,
    wishes: ['7p', '8p'],
    ...sent('2026-08-11'),
    place: { ...done('7p', '2026-08-25', 'duarte', '2026-11-16'), end: 'confirmed' },
  },
  {
    who: 'adeyemi',
    school: 'fairmont',
    number: 74,
    wishes: ['7n', '8n', '7p'],
    ...sent('2026-08-18'),
    place: {
      in: '7n',
      placedOn: '2026-09-01',
      offeredOn: '2026-09-01',
      answeredOn: '2026-09-04',
      end: 'accepted',
      record: 'ito',
    },
  },
  {
    who: 'lindholm',
    school: 'bayline',
    number: 78,
    isElective: true,
    isThirdYear: true,
    wishes: ['7Bp', '8Ap'],
    ...sent('2026-08-27'),
    place: { ...done('7Bp', '2026-09-10', 'gupta', '2026-11-19'), end: 'confirmed' },
  },
  { who: 'mensah', school: 'northgate', number: 83, wishes: ['7n'], ...sent('2026-09-08'), waitlistedOn: '2026-09-24' },
  {
    who: 'goldberg',
    school: 'sierra',
    number: 86,
    wishes: ['7n', '7p'],
    ...sent('2026-09-15'),
    waitlistedOn: '2026-10-01',
  },
  {
    who: 'nolan',
    school: 'meridian',
    number: 90,
    wishes: ['7p', '7n'],
    ...sent('2026-09-22'),
    eligibleOn: undefined,
    notOfferedOn: '2026-10-09',
  },
  {
    who: 'sokolov',
    school: 'lakeshore',
    number: 93,
    wishes: ['8n', '8p'],
    ...sent('2026-09-29'),
    waitlistedOn: '2026-10-23',
    place: { in: '8p', placedOn: '2026-10-13', offeredOn: '2026-10-14', answeredOn: '2026-10-23', end: 'declined' },
  },
  {
    who: 'webber',
    school: 'pinecrest',
    number: 97,
    wishes: ['9p', '8p'],
    ...sent('2026-10-05'),
    withdrawnOn: '2026-10-28',
  },
  {
    who: 'fontaine',
    school: 'arroyo',
    number: 101,
    wishes: ['8p', '9p'],
    ...sent('2026-10-13'),
    place: {
      in: '8p',
      placedOn: '2026-10-29',
      offeredOn: '2026-10-29',
      answeredOn: '2026-11-05',
      end: 'accepted',
      record: 'bauer',
    },
  },
  {
    who: 'aoki',
    school: 'meridian',
    number: 107,
    isElective: true,
    wishes: ['8Ap', '8Bp', '9Bp'],
    ...sent('2026-10-26'),
    place: { in: '8Ap', placedOn: '2026-11-17', offeredOn: '2026-11-18', end: 'offered' },
  },
  {
    who: 'bell',
    school: 'sierra',
    number: 109,
    wishes: ['9p', '11p'],
    ...sent('2026-10-29'),
    place: { in: '9p', placedOn: '2026-11-24', end: 'draft' },
  },
  {
    who: 'stone',
    school: 'fairmont',
    number: 112,
    wishes: ['10p', '11p'],
    ...sent('2026-11-02'),
    eligibleOn: undefined,
    returnedOn: '2026-11-18',
  },
  {
    who: 'rivera',
    school: 'northgate',
    number: 114,
    isLate: true,
    wishes: ['10p', '11p', '12p', '8n'],
    ...sent('2026-11-03'),
    eligibleOn: '2026-11-19',
  },
  {
    who: 'diallo',
    school: 'northgate',
    number: 117,
    isLate: true,
    wishes: ['8n', '11p', '12p', '10p'],
    ...sent('2026-11-04'),
    schoolAnsweredOn: '2026-11-10',
    eligibleOn: '2026-11-17',
    place: { in: '8n', placedOn: '2026-11-23', offeredOn: '2026-11-24', end: 'offered' },
  },
  {
    who: 'santos',
    school: 'lakeshore',
    number: 121,
    isElective: true,
    isThirdYear: true,
    wishes: ['9Bp', '10Ap', '11Bp'],
    ...sent('2026-11-06'),
    eligibleOn: '2026-11-20',
  },
  {
    who: 'bernard',
    school: 'cedar',
    number: 124,
    wishes: ['9p', '10p'],
    ...sent('2026-11-09'),
    eligibleOn: undefined,
    returnedOn: '2026-11-19',
  },
  {
    who: 'romero',
    school: 'northgate',
    number: 131,
    isLate: true,
    wishes: ['10p', '11p', '12p', '8n'],
    ...sent('2026-11-09'),
    eligibleOn: undefined,
  },
  {
    who: 'winters',
    school: 'bayline',
    number: 136,
    isElective: true,
    isThirdYear: true,
    wishes: ['9Ap', '9Bp', '10Bp'],
    ...sent('2026-11-16'),
    schoolAnsweredOn: '2026-11-20',
    eligibleOn: undefined,
  },
  {
    who: 'lindgren',
    school: 'fairmont',
    number: 138,
    wishes: ['11p', '10p'],
    startedOn: '2026-11-12',
    askedOn: '2026-11-16',
    sentOn: '2026-11-17',
  },
  {
    who: 'patel',
    school: 'meridian',
    number: 140,
    isElective: true,
    wishes: ['10Ap', '11Ap'],
    startedOn: '2026-11-14',
    askedOn: '2026-11-18',
    sentOn: '2026-11-19',
  },
  { who: 'delgado', school: 'lakeshore', number: 141, wishes: ['8n', '9p'], startedOn: '2026-11-15' },
  {
    who: 'seo',
    school: 'arroyo',
    number: 142,
    isLate: true,
    wishes: ['12p', '11p'],
    ...sent('2026-11-21'),
    schoolAnsweredOn: '2026-11-23',
    eligibleOn: undefined,
  },
  { who: 'cho', school: 'pinecrest', number: 143, wishes: ['8p'], startedOn: '2026-11-17' },
  {
    who: 'park',
    school: 'northgate',
    number: 144,
    isLate: true,
    wishes: ['11p', '12*', '10p'],
    startedOn: '2026-11-18',
    askedOn: '2026-11-20',
  },
]
