import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { letTimePass } from '#app/jobs/demo-clock.server'
import { redirectSaying } from '#app/ui/flash.server'
import { samePath } from '#app/ui/theme.server'

export const loader = () => redirect('/')

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await request.formData()
  return redirectSaying(samePath(form.get('next')), await letTimePass(params.by!))
}

export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
