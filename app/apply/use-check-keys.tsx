import { useEffect, useState } from 'react'
import { LinkButton } from '#app/ui/button'

const KEY = 'check-keys'
const areOff = () => localStorage.getItem(KEY) === 'off'
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select')

/** A accepts, P goes to the reason: outside text fields, unless turned off. */
export function useCheckKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (areOff() || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'a') document.querySelector<HTMLButtonElement>('[data-check=accept]')?.click()
      if (event.key !== 'p') return
      event.preventDefault()
      document.getElementById('reason')?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

/** Single keys can be turned off (WCAG 2.1.4); shown once the page can listen. */
export function KeysSwitch() {
  const [isOn, setIsOn] = useState<boolean | null>(null)
  useEffect(() => setIsOn(!areOff()), [])
  if (isOn === null) return null
  const flip = () => {
    localStorage.setItem(KEY, isOn ? 'off' : 'on')
    setIsOn(!isOn)
  }
  return (
    <p className="hint">
      {isOn ? 'Keys A and P work outside text fields. ' : 'Keys are off. '}
      <LinkButton type="button" onClick={flip}>
        {isOn ? 'Turn keys off' : 'Turn keys on'}
      </LinkButton>
    </p>
  )
}
