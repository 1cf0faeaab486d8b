import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireEditor } from '#app/program/editor.server'
import { copySeats } from '#app/program/seat-changes.server'
import { redirectSaying } from '#app/ui/flash.server'

export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/openings/${params.year}`)

export async function action({ context, params, request }: ActionFunctionArgs) {
  const slug = new URL(request.url).searchParams.get('clerkship') ?? ''
  const undo = await copySeats(await requireEditor(context), { yearId: params.year!, slug })
  return redirectSaying(`/openings/${params.year}?clerkship=${slug}`, 'The seats are copied. Change any of them.', undo)
}

export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
