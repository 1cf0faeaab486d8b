import type { LoaderFunctionArgs } from '@remix-run/node'
import { boardTable } from '#app/assign/board-table.server'
import { csvOf, fileHeaders } from '#app/files/csv.server'
import { requirePerson } from '#app/people/who.server'
import { programNow } from '#app/workflow/clock.server'

export async function loader({ context, params }: LoaderFunctionArgs) {
  const [me, now] = [await requirePerson(context), programNow()]
  const { table, studentIds } = await boardTable(me, params.year!)
  for (const studentId of studentIds) context.disclose(studentId, 'board')
  return new Response(csvOf(table), { headers: fileHeaders('board', 'csv', now) })
}
