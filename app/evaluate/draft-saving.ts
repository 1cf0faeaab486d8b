import { type RefObject, useEffect, useState } from 'react'

const WAIT_MS = 600
const AGAIN_MS = 5000

/** Whether what stands in the form is on the server, and since when. */
export type Saving = { savedAt: Date | null; hasFailed: boolean }

/** Posts the form to `url` shortly after each change, and again while that fails. Nothing happens without JavaScript. */
export function useDraftSaving(form: RefObject<HTMLFormElement>, url: string, savedAt: Date | null): Saving {
  const [saving, setSaving] = useState<Saving>({ savedAt, hasFailed: false })
  useEffect(() => {
    const element = form.current
    if (!element) return
    let timer: number | undefined
    const later = (ms: number) => {
      window.clearTimeout(timer)
      timer = window.setTimeout(save, ms)
    }
    const save = () =>
      post(url, new FormData(element)).then(
        (at) => setSaving({ savedAt: at, hasFailed: false }),
        () => {
          setSaving((before) => ({ ...before, hasFailed: true }))
          later(AGAIN_MS)
        },
      )
    const changed = () => later(WAIT_MS)
    const sent = () => window.clearTimeout(timer)
    element.addEventListener('input', changed)
    element.addEventListener('submit', sent)
    return () => {
      sent()
      element.removeEventListener('input', changed)
      element.removeEventListener('submit', sent)
    }
  }, [form, url])
  return saving
}

async function post(url: string, form: FormData): Promise<Date> {
  const body = new URLSearchParams([...form].map(([name, value]) => [name, String(value)]))
  const answer = await fetch(url, { method: 'POST', body })
  if (!answer.ok || answer.redirected) throw new Error('The draft was not saved')
  const { savedAt } = (await answer.json()) as { savedAt: string }
  return new Date(savedAt)
}
