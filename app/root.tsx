import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import {
  Links,
  Outlet,
  Scripts,
  ScrollRestoration,
  type ShouldRevalidateFunction,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { navigationOf, publicNavigation } from '#app/people/navigation'
import { ErrorPage, refusalOf } from '#app/ui/error-page'
import { readFlash } from '#app/ui/flash.server'
import { FocusAfterNavigation } from '#app/ui/focus'
import { useNonce } from '#app/ui/nonce'
import { PageMeta } from '#app/ui/page-meta'
import { Progress } from '#app/ui/progress'
import { Shell } from '#app/ui/shell'
import stylesUrl from '#app/ui/styles.css?url'
import { readTheme } from '#app/ui/theme.server'
import { isDemo, programNow } from '#app/workflow/clock.server'
import { keptForm } from '#app/workflow/drafts.server'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: stylesUrl },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export const meta: MetaFunction = ({ error }) => [
  { title: error ? `${refusalOf(error).title} – IR rotations` : 'IR rotations' },
]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const me = await context.person()
  const { flash, headers } = await readFlash(request)
  const kept = await keptForm(me, context.path)
  const around = { flash: flash ?? (kept && givenBack), theme: await readTheme(request), nav: navigationOf(me) }
  const printed = { origin: new URL(request.url).origin, at: programNow() }
  const demo = isDemo() ? { clock: programNow() } : undefined
  return data({ ...around, kept, printed, demo, who: me?.name }, { headers })
}

/**
 * A page that looks again by itself leaves what was just said, with its Undo, where it is. After a refused step nothing
 * is loaded: a URL that only accepts a form would lead away from the refusal before it is read.
 */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formMethod, currentUrl, nextUrl, ...it }) =>
  (it.actionStatus ?? 200) < 400 &&
  (formMethod !== undefined || currentUrl.href !== nextUrl.href) &&
  it.defaultShouldRevalidate

const givenBack = { text: 'You had been signed out. What you typed is still here: check it and send it again.' }

/** The document around every page and every refusal. */
export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  const {
    theme = 'system',
    nav = publicNavigation,
    who,
    demo,
    printed,
  } = useRouteLoaderData<typeof loader>('root') ?? {}
  return (
    <html lang="en-US" data-theme={theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <PageMeta />
        <Links />
      </head>
      <body>
        <Shell nav={nav} who={who} demo={demo} theme={theme} printed={printed}>
          {children}
        </Shell>
        <Progress />
        <FocusAfterNavigation />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <ErrorPage />
}
