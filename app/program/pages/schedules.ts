import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requirePerson } from '#app/people/who.server'
import { scheduleYear } from '#app/program/schedule.server'
import { insist } from '#app/workflow/permissions'

export async function loader({ context }: LoaderFunctionArgs) {
  insist(await requirePerson(context), 'schedule.read')
  return redirect(`/schedule/${await scheduleYear()}`)
}
