import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { NonceContext } from '#app/ui/nonce'

const ABORT_AFTER_MS = 10_000

/** Waits for the whole page, then moves the scripts that single fetch streams after `</html>` before `</body>`. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let answered = status
    const { pipe, abort } = renderToPipeableStream(page(request, remix, context.nonce), {
      nonce: context.nonce,
      onAllReady() {
        const body = new PassThrough()
        text(body).then((html) => resolve(answer(html, answered, headers)), reject)
        pipe(body)
      },
      onShellError: reject,
      onError(error) {
        answered = 500
        context.report(error)
      },
    })
    setTimeout(abort, ABORT_AFTER_MS + 1000).unref()
  })
}

function answer(html: string, status: number, headers: Headers): Response {
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(scriptsInBody(html), { status, headers })
}

function page(request: Request, remix: EntryContext, nonce: string) {
  return (
    <NonceContext.Provider value={nonce}>
      <RemixServer context={remix} url={request.url} nonce={nonce} abortDelay={ABORT_AFTER_MS} />
    </NonceContext.Provider>
  )
}

function scriptsInBody(html: string): string {
  const close = '</body></html>'
  const at = html.indexOf(close)
  return at < 0 ? html : html.slice(0, at) + html.slice(at + close.length) + close
}

export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (!request.signal.aborted) context.report(error)
}
