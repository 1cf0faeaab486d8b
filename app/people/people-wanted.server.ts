import { z } from 'zod'
import { roles } from '#db/schema/people/actors'

/** What a list of people is asked for by its URL; unknown values are ignored. */
export function wantedPeople(url: string) {
  return z
    .object({
      q: z.string().trim().min(1).max(80).optional().catch(undefined),
      role: z.enum(roles).optional().catch(undefined),
      page: z.coerce.number().int().min(1).max(10_000).catch(1),
    })
    .parse(Object.fromEntries(new URL(url).searchParams))
}
