import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isUnsigned } from '#app/evaluate/letter'
import { LetterDesk } from '#app/evaluate/letter-desk'
import { letterSchema } from '#app/evaluate/letter-form.server'
import { findLetter, signLetter } from '#app/evaluate/letters.server'
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
  const letter = await findLetter(me, params.letterId!)
  const form = isUnsigned(letter) ? await readForm(request, letterSchema) : undefined
  if (form?.reply) return form.reply
  if (form) await signLetter(me, letter.id, form.value.body)
  return redirectSaying(`/letters/${letter.id}`, 'Signed. Download it and upload it to ERAS.')
}

export default function LetterSignaturePage() {
  const last = useLastResult()
  return <LetterDesk letter={useLoaderData<typeof loader>()} last={last} />
}
