import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'

const LOOK_MS = 15_000

/** Looks again every quarter of a minute while the page is seen, and when it is seen again: what others did shows. */
export function useCurrent(): void {
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    const look = () => void (document.visibilityState === 'visible' && revalidate())
    const next = state === 'idle' ? setTimeout(look, LOOK_MS) : undefined
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(next)
      document.removeEventListener('visibilitychange', look)
    }
  }, [revalidate, state])
}
