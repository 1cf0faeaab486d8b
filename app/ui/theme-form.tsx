import { useLocation } from '@remix-run/react'
import type { ChangeEvent } from 'react'
import { LinkButton } from './button'
import { type Theme, themes } from './theme'

const labels: Record<Theme, string> = { system: 'System', light: 'Light', dark: 'Dark' }

/** Shows the colors at once and keeps them, without touching what is typed on the page. */
function choose({ currentTarget }: ChangeEvent<HTMLFormElement>) {
  const chosen = new URLSearchParams()
  for (const [name, value] of new FormData(currentTarget)) chosen.set(name, String(value))
  document.documentElement.dataset.theme = chosen.get('theme') ?? 'system'
  fetch(currentTarget.action, { method: 'POST', body: chosen, redirect: 'manual' }).catch(() => {})
}

/** System, Light, Dark. Without JavaScript, Save; with it, at once. */
export function ThemeForm({ theme }: { theme: Theme }) {
  const { pathname, search } = useLocation()
  return (
    <form method="post" action="/theme" onChange={choose}>
      <input type="hidden" name="next" value={pathname + search} />
      <fieldset className="theme">
        <legend>Colors</legend>
        {themes.map((value) => (
          <label key={value}>
            <input type="radio" name="theme" value={value} defaultChecked={value === theme} /> {labels[value]}
          </label>
        ))}
        <LinkButton>
          Save<span className="vh"> colors</span>
        </LinkButton>
      </fieldset>
    </form>
  )
}
