import { eq } from 'drizzle-orm'
import { programNow } from '#app/workflow/clock.server'
import { conflict } from '#app/workflow/refusal'
import { write } from '#db/client'
import { choices } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { editableApplication } from './applications.server'
import { wishOf } from './choice'
import { readDates } from './dates.server'

/**
 * Keeps the wishes, by their keys ("block/service"), in this order in place of those before; one that stays keeps its
 * row. Returns both orders. Throws 409 with a sentence for too many, for one wished twice, and for a date that this
 * student cannot add now.
 */
export async function rankDates(me: Person, applicationId: string, order: string[], now: Date = programNow()) {
  const dates = await readDates(me, applicationId, now)
  refuseOrder(dates, order)
  const names = new Map([...dates.options, ...dates.wishes].map(({ key, name }) => [key, name]))
  const ids = new Map(dates.wishes.map(({ key, id }) => [key, id]))
  await write(async (tx) => {
    await editableApplication(tx, me, applicationId)
    const rows = order.map((key, at) => ({ ...wishOf(key), id: ids.get(key), applicationId, rank: at + 1 }))
    const gone = tx.delete(choices).where(eq(choices.applicationId, applicationId))
    await (rows.length > 0 ? tx.batch([gone, tx.insert(choices).values(rows)]) : gone)
  })
  return { before: dates.wishes, after: order.map((key) => ({ key, name: names.get(key)! })) }
}

function refuseOrder({ options, wishes, program }: Awaited<ReturnType<typeof readDates>>, order: string[]): void {
  if (new Set(order).size < order.length) throw conflict('You have ranked this date already.')
  const added = order.filter((key) => !wishes.some((wish) => wish.key === key))
  if (added.length === 0) return
  const most = program.mostChoices
  if (order.length > most) throw conflict(`You can rank up to ${most} dates. Remove one first.`)
  for (const key of added) {
    const option = options.find((one) => one.key === key)
    if (!option) throw conflict('This date is not offered for this clerkship.')
    if (option.problem) throw conflict(`${option.name} cannot be added. ${option.problem}`)
  }
}
