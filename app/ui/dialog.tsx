import type { ReactNode } from 'react'
import { useRef } from 'react'
import { Button } from './button'

type DialogProps = { id: string; open: string; title: string; kind?: 'secondary' | 'danger'; children: ReactNode }

/** A native dialog and the button that opens it. Only ever a shortcut: what it holds has a page of its own. */
export function Dialog({ id, open, title, kind = 'secondary', children }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null)
  // Browsers that know `command` open it themselves, without JavaScript.
  const show = () => box.current?.open || box.current?.showModal()
  return (
    <>
      <Button type="button" kind={kind} command="show-modal" commandfor={id} onClick={show}>
        {open}
      </Button>
      <dialog ref={box} id={id} className="dialog" aria-labelledby={`${id}-title`}>
        <div className="stack">
          <h2 id={`${id}-title`}>{title}</h2>
          {children}
          <form method="dialog">
            <Button kind="secondary">Close</Button>
          </form>
        </div>
      </dialog>
    </>
  )
}
