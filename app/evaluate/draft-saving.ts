import { type RefObject, useEffect, useState } from 'react'

const WAIT_MS = 600
const AGAIN_MS = 5000

/** Whether what stands in the form is on the server, and since when. */
export type Saving = { savedAt: Date | null; hasFailed: boolean }

/** Posts the form to `url` shortly after each change, and again while that fails; nothing without JavaScript. */
export function useDraftSaving(form: RefObject<HTMLFormElement>, url: string, savedAt: Date | null): Saving {
  const [saving, setSaving] = useState<Saving>({ savedAt, hasFailed: false })
  useEffect(() => {
    if (!form.current) return
    return watch(form.current, url, (at) =>
      setSaving((before) => (at ? { savedAt: at, hasFailed: false } : { ...before, hasFailed: true })),
    )
  }, [form, url])
  return saving
}

/** Saves after each change; `say` hears when, or null when it failed. Returns what ends it. */
function watch(form: HTMLFormElement, url: string, say: (at: Date | null) => void): () => void {
  let timer: number | undefined
  const stop = () => window.clearTimeout(timer)
  const later = (ms: number) => {
    stop()
    timer = window.setTimeout(save, ms)
  }
  const failed = () => {
    say(null)
    later(AGAIN_MS)
  }
  const save = () => post(url, new FormData(form)).then(say, failed)
  const changed = () => later(WAIT_MS)
  form.addEventListener('input', changed)
  form.addEventListener('submit', stop)
  return () => {
    stop()
    form.removeEventListener('input', changed)
    form.removeEventListener('submit', stop)
  }
}

async function post(url: string, form: FormData): Promise<Date> {
  const body = new URLSearchParams([...form].map(([name, value]) => [name, String(value)]))
  const answer = await fetch(url, { method: 'POST', body })
  if (!answer.ok || answer.redirected) throw new Error('The draft was not saved')
  const { savedAt } = (await answer.json()) as { savedAt: string }
  return new Date(savedAt)
}
