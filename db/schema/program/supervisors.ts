import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { day, id, oneOf, word } from '../columns'
import { people } from '../people/people'
import { services } from './services'

/** Residents and attendings, as the program knows them. `pgy` is of the year that began on pgyFrom. */
export const supervisors = sqliteTable(
  'supervisors',
  {
    personId: text()
      .primaryKey()
      .references(() => people.id),
    kind: word(['resident', 'attending']).notNull(),
    division: word(['peripheral', 'neuro']),
    pgy: integer(),
    pgyFrom: day(),
    homeProgram: text(),
    mostStudents: integer(),
    title: text(),
  },
  (t) => [oneOf('supervisors_kind', t.kind), oneOf('supervisors_division', t.division)],
)

/** A supervisor on a service from–to, both inclusive; call rows never make a supervisor. */
export const duties = sqliteTable(
  'duties',
  {
    id: id(),
    personId: text()
      .notNull()
      .references(() => people.id),
    serviceId: text()
      .notNull()
      .references(() => services.id),
    kind: word(['duty', 'consult week', 'stroke week', 'call']).notNull(),
    firstOn: day().notNull(),
    lastOn: day().notNull(),
  },
  (t) => [
    oneOf('duties_kind', t.kind),
    index('duties_by_service').on(t.serviceId, t.firstOn),
    index('duties_by_person').on(t.personId, t.firstOn),
  ],
)

export const absences = sqliteTable(
  'absences',
  {
    id: id(),
    personId: text()
      .notNull()
      .references(() => people.id),
    firstOn: day().notNull(),
    lastOn: day().notNull(),
    kind: text().notNull(),
    status: word(['asked', 'approved', 'refused']).notNull(),
  },
  (t) => [oneOf('absences_status', t.status), index('absences_by_person').on(t.personId, t.firstOn)],
)

/** A weekly half-day of clinic: an attending's, or a resident's continuity clinic. */
export const clinics = sqliteTable(
  'clinics',
  {
    id: id(),
    personId: text()
      .notNull()
      .references(() => people.id),
    weekday: integer().notNull(),
    half: word(['morning', 'afternoon']).notNull(),
    kind: word(['clinic', 'vein clinic', 'continuity clinic']).notNull(),
  },
  (t) => [
    uniqueIndex('a_person_has_one_clinic_a_half_day').on(t.personId, t.weekday, t.half),
    oneOf('clinics_half', t.half),
    oneOf('clinics_kind', t.kind),
  ],
)
