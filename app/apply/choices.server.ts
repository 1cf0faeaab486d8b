import { asc, eq } from 'drizzle-orm'
import { read } from '#db/client'
import { blocks, choices, services } from '#db/schema/index'

/** The wishes of an application by rank, with block and service, as a query for `readAll`. */
export const choicesOf = (applicationId: string) =>
  read
    .select({ choice: choices, block: blocks, service: { id: services.id, name: services.name } })
    .from(choices)
    .innerJoin(blocks, eq(blocks.id, choices.blockId))
    .leftJoin(services, eq(services.id, choices.serviceId))
    .where(eq(choices.applicationId, applicationId))
    .orderBy(asc(choices.rank))
