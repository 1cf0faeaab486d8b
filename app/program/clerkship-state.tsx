import { Form } from '@remix-run/react'
import { Button, LinkButton } from '#app/ui/button'
import { stepsFrom } from '#app/workflow/workflow'
import { type ClerkshipStep, clerkshipStates, clerkshipWorkflow } from './clerkship'
import type { Clerkship } from './opening'

const steps: Record<ClerkshipStep, { at: string; button: string }> = {
  publish: { at: 'publication', button: 'Publish this clerkship' },
  close: { at: 'closure', button: 'Close this clerkship' },
  reopen: { at: 'reopening', button: 'Reopen this clerkship' },
}

/** Whether students read of a clerkship, and the step that changes it. */
export function ClerkshipState({ clerkship: { slug, status } }: { clerkship: Pick<Clerkship, 'slug' | 'status'> }) {
  return (
    <section aria-labelledby="state" className="stack stack-12">
      <h2 id="state">{clerkshipStates[status].label}</h2>
      <p>{clerkshipStates[status].says}</p>
      {stepsFrom(clerkshipWorkflow, status).map((step) => (
        <Form key={step} method="post" action={`/clerkships/${slug}/${steps[step].at}`}>
          <Button kind={status === 'draft' ? 'primary' : 'secondary'}>{steps[step].button}</Button>
        </Form>
      ))}
      {status === 'draft' ? (
        <Form method="post" action={`/clerkships/${slug}/removal`}>
          <LinkButton>Remove this clerkship</LinkButton>
        </Form>
      ) : null}
    </section>
  )
}
