import { asc, eq, sql } from 'drizzle-orm'
import { read } from '#db/client'
import { blocks, choices, services } from '#db/schema/index'

/** Whether anything that it asks for has a seat: the cancellation of a block takes them all. */
const hasSeats = sql<boolean>`exists (select 1 from openings o join applications a on a.clerkship_id = o.clerkship_id
  where a.id = choices.application_id and o.block_id = choices.block_id and o.seats > 0
  and (choices.service_id is null or o.service_id = choices.service_id))`.mapWith(Boolean)

/** The wishes of an application by rank, with block and service, as a query for `readAll`. */
export const choicesOf = (applicationId: string) =>
  read
    .select({ choice: choices, block: blocks, service: { id: services.id, name: services.name }, hasSeats })
    .from(choices)
    .innerJoin(blocks, eq(blocks.id, choices.blockId))
    .leftJoin(services, eq(services.id, choices.serviceId))
    .where(eq(choices.applicationId, applicationId))
    .orderBy(asc(choices.rank))
