import type { Conference } from './conference'
import { type Clerkship, type Opening, seatsLeft } from './opening'

/** What a search engine is told of a public page, in the words of schema.org. */
export type LinkedData = Record<string, unknown>
type Program = { name: string; hospital: string; contactEmail: string; contactPhone: string }

const context = { '@context': 'https://schema.org' }

/** The program as an organization that teaches. */
export const organization = (program: Program, home: string): LinkedData => ({
  ...context,
  '@type': 'EducationalOrganization',
  '@id': `${home}#program`,
  name: `${program.name}, ${program.hospital}`,
  url: home,
  email: program.contactEmail,
  telephone: program.contactPhone,
})

/** A clerkship as a course, with a run for each block that can still be applied for. */
export const course = (it: Clerkship, openings: Opening[], address: string, home: string): LinkedData => ({
  ...context,
  '@type': 'Course',
  '@id': address,
  url: address,
  name: it.name,
  description: it.summary,
  provider: { '@id': `${home}#program`, '@type': 'EducationalOrganization', url: home },
  timeRequired: `P${it.weeks}W`,
  offers: { '@type': 'Offer', category: 'Fee', price: (it.feeCents / 100).toFixed(2), priceCurrency: 'USD' },
  hasCourseInstance: openings.map((opening) => ({
    '@type': 'CourseInstance',
    courseMode: 'onsite',
    name: `Block ${opening.block.name}, ${opening.service.name}`,
    startDate: opening.block.firstOn,
    endDate: opening.block.lastOn,
    courseWorkload: `P${it.weeks}W`,
    maximumAttendeeCapacity: opening.seats,
    remainingAttendeeCapacity: seatsLeft(opening),
  })),
})

type Where = { home: string; zone: string; place: string }

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']

/** A conference as an event that repeats. */
const conferenceEvent = (it: Conference, { home, zone, place }: Where): LinkedData => ({
  '@type': 'Event',
  name: it.name,
  startDate: it.firstOn,
  ...(it.lastOn && { endDate: it.lastOn }),
  eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
  organizer: { '@id': `${home}#program` },
  location: { '@type': 'Place', name: place },
  eventSchedule: {
    '@type': 'Schedule',
    byDay: `https://schema.org/${days[it.weekday - 1]}`,
    startTime: `${it.startsAt}:00`,
    endTime: `${it.endsAt}:00`,
    repeatFrequency: it.isFirstOfMonth ? 'P1M' : `P${it.everyWeeks}W`,
    scheduleTimezone: zone,
  },
})

export const conferenceEvents = (all: Conference[], where: Where): LinkedData => ({
  ...context,
  '@graph': all.map((it) => conferenceEvent(it, where)),
})

/** The residency as a program of six years. */
export const residency = (program: Program, address: string, home: string): LinkedData => ({
  ...context,
  '@type': 'EducationalOccupationalProgram',
  '@id': address,
  url: address,
  name: program.name,
  timeToComplete: 'P6Y',
  provider: { '@id': `${home}#program`, '@type': 'EducationalOrganization', name: program.hospital, url: home },
})
