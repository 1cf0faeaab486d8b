import { Links, Meta, Outlet, Scripts, ScrollRestoration } from '@remix-run/react'
import { useNonce } from '#app/ui/nonce'

export default function App() {
  const nonce = useNonce()
  return (
    <html lang="en-US">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        <Outlet />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}
