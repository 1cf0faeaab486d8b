import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LetterDesk } from '#app/evaluate/letter-desk'
import { letterSchema } from '#app/evaluate/letter-form.server'
import { findLetter, signLetter } from '#app/evaluate/letters.server'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'
import { readForm } from '#app/workflow/form.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Error: Letter for ${data?.student ?? 'a student'} – IR rotations` },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const letter = await findLetter(await requirePerson(context), params.letterId!)
  context.disclose(letter.studentId, 'letter')
  return letter
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  const { id } = await findLetter(me, params.letterId!)
  const form = await readForm(request, letterSchema)
  if (form.reply) return form.reply
  await signLetter(me, id, form.value.body)
  return redirectSaying(`/letters/${id}`, 'Signed. Download it and upload it to ERAS.')
}

export default function LetterSignaturePage() {
  const last = useActionData<typeof action>()
  return <LetterDesk letter={useLoaderData<typeof loader>()} last={last?.result} />
}
