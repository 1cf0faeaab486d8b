import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireEditor } from '#app/program/editor.server'
import { scheduleYear } from '#app/program/schedule.server'

/** The seats of the year that runs. */
export async function loader({ context }: LoaderFunctionArgs) {
  await requireEditor(context)
  return redirect(`/openings/${await scheduleYear()}`)
}
