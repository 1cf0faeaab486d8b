import type { ActionFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { isTheme } from '#app/ui/theme'
import { keepTheme, samePath } from '#app/ui/theme.server'

export const loader = () => redirect('/')

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const theme = form.get('theme')
  return redirect(samePath(form.get('next')), {
    status: 303,
    headers: isTheme(theme) ? { 'Set-Cookie': await keepTheme(theme) } : {},
  })
}

export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
