import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LetterDesk } from '#app/evaluate/letter-desk'
import { letterDraftSchema } from '#app/evaluate/letter-form.server'
import { findLetter, saveLetter } from '#app/evaluate/letters.server'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'
import { useLastResult } from '#app/ui/last-result'
import { readForm } from '#app/workflow/form.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Letter for ${data?.student ?? 'a student'} – IR rotations` },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const letter = await findLetter(await requirePerson(context), params.letterId!)
  context.disclose(letter.studentId, 'letter')
  return letter
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  const form = await readForm(request, letterDraftSchema)
  if (form.reply) return form.reply
  await saveLetter(me, params.letterId!, form.value.body ?? '')
  return redirectSaying(`/letters/${params.letterId}`, 'Draft saved.')
}

export default function LetterPage() {
  return <LetterDesk letter={useLoaderData<typeof loader>()} last={useLastResult()} />
}
