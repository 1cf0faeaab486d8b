import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { ErrorPage, refusalOf } from '#app/ui/error-page'
import { readFlash } from '#app/ui/flash.server'
import { FocusAfterNavigation } from '#app/ui/focus'
import { useNonce } from '#app/ui/nonce'
import { Shell } from '#app/ui/shell'
import stylesUrl from '#app/ui/styles.css?url'
import { readTheme } from '#app/ui/theme.server'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: stylesUrl },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export const meta: MetaFunction = ({ error }) => [
  { title: error ? `${refusalOf(error).title} – IR rotations` : 'IR rotations' },
]

export async function loader({ request }: LoaderFunctionArgs) {
  const { flash, headers } = await readFlash(request)
  const printed = { origin: new URL(request.url).origin, at: new Date() }
  return data({ flash, printed, theme: await readTheme(request), nav: publicNav }, { headers })
}

const publicNav = [
  { to: '/', label: 'Program' },
  { to: '/clerkships', label: 'Clerkships' },
  { to: '/program/services', label: 'Services' },
  { to: '/program/conferences', label: 'Conferences' },
  { to: '/sign-in', label: 'Sign in' },
]

/** The document around every page and every refusal. */
export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  const { theme = 'system', nav = publicNav, printed } = useRouteLoaderData<typeof loader>('root') ?? {}
  return (
    <html lang="en-US" data-theme={theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        <Shell nav={nav} theme={theme} printed={printed}>
          {children}
        </Shell>
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
