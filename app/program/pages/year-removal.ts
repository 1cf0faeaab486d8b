import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { yearName } from '#app/program/calendar'
import { removeYear } from '#app/program/calendar-copy.server'
import { requireEditor } from '#app/program/editor.server'
import { redirectSaying } from '#app/ui/flash.server'

export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/settings/years/${params.year}`)

export async function action({ context, params }: ActionFunctionArgs) {
  await removeYear(await requireEditor(context), params.year!)
  return redirectSaying('/settings/years', `${yearName(params.year!)} is removed.`)
}

export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
