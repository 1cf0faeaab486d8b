import type { agreements, schools } from '#db/schema/program/schools'
import { idOf } from './cast'

type Line = {
  key: string
  name: string
  city: string
  kind?: 'own' | 'affiliated'
  agreedUntil?: string
  grades?: string[]
}

/** Nine invented schools: one our own, three affiliated, eight with an agreement, one of them ending in May. */
const lines: Line[] = [
  {
    key: 'arroyo',
    name: 'Arroyo School of Medicine',
    city: 'Los Angeles, California',
    kind: 'own',
    agreedUntil: '2030-06-30',
  },
  {
    key: 'cedar',
    name: 'Cedar Valley College of Medicine',
    city: 'Riverside, California',
    kind: 'affiliated',
    agreedUntil: '2028-06-30',
  },
  {
    key: 'bayline',
    name: 'Bayline Medical College',
    city: 'Oakland, California',
    kind: 'affiliated',
    agreedUntil: '2029-06-30',
  },
  {
    key: 'sierra',
    name: 'Sierra Oaks School of Medicine',
    city: 'Sacramento, California',
    kind: 'affiliated',
    agreedUntil: '2027-12-31',
    grades: ['Pass', 'Fail'],
  },
  { key: 'northgate', name: 'Northgate School of Medicine', city: 'Seattle, Washington', agreedUntil: '2028-06-30' },
  {
    key: 'meridian',
    name: 'Meridian College of Osteopathic Medicine',
    city: 'Phoenix, Arizona',
    agreedUntil: '2028-12-31',
    grades: ['Honors', 'Pass', 'Fail'],
  },
  { key: 'lakeshore', name: 'Lakeshore College of Medicine', city: 'Chicago, Illinois', agreedUntil: '2027-05-14' },
  {
    key: 'fairmont',
    name: 'Fairmont University School of Medicine',
    city: 'Denver, Colorado',
    agreedUntil: '2029-06-30',
  },
  { key: 'pinecrest', name: 'Pinecrest School of Medicine', city: 'Boston, Massachusetts' },
]

export const school = (key: string) => idOf(`school ${key}`)
export const registrarOf = (key: string) => `registrar@${key}.example`
export const schoolNames = Object.fromEntries(lines.map(({ key, name }) => [key, name]))

export const schoolRows: (typeof schools.$inferInsert)[] = lines.map(({ key, name, city, kind, grades }) => ({
  id: school(key),
  name,
  city,
  registrarEmail: registrarOf(key),
  isOwn: kind === 'own',
  isAffiliated: kind === 'affiliated',
  grades: grades ?? null,
}))

export const agreementRows: (typeof agreements.$inferInsert)[] = lines.flatMap(({ key, agreedUntil }) =>
  agreedUntil
    ? [{ id: idOf(`agreement ${key}`), schoolId: school(key), firstOn: '2024-07-01', lastOn: agreedUntil }]
    : [],
)
