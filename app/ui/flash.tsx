import { Form, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { LinkButton } from './button'

export type Said = { text: string; undo?: { action: string; label?: string } }

/** What just happened; Undo is a POST of its own. */
export function Flash({ undo, children }: { undo?: Said['undo']; children: ReactNode }) {
  return (
    <div className="flash" role="status">
      <span>{children}</span>
      {undo ? (
        <Form method="post" action={undo.action}>
          <LinkButton>{undo.label ?? 'Undo'}</LinkButton>
        </Form>
      ) : null}
    </div>
  )
}

/** What the last command said, if anything; the root's loader reads it once. */
export const useFlash = (): Said | null => useRouteLoaderData<{ flash?: Said | null }>('root')?.flash ?? null

export function LastFlash() {
  const flash = useFlash()
  return flash ? <Flash undo={flash.undo}>{flash.text}</Flash> : null
}
