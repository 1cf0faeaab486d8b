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
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={context.nonce}>
        <RemixServer context={remix} url={request.url} nonce={context.nonce} abortDelay={ABORT_AFTER_MS} />
      </NonceContext.Provider>,
      {
        nonce: context.nonce,
        onAllReady() {
          const body = new PassThrough()
          text(body).then((html) => {
            headers.set('Content-Type', 'text/html; charset=utf-8')
            resolve(new Response(scriptsInBody(html), { status: answered, headers }))
          }, reject)
          pipe(body)
        },
        onShellError: reject,
        onError(error) {
          answered = 500
          context.report(error)
        },
      },
    )
    setTimeout(abort, ABORT_AFTER_MS + 1000).unref()
  })
}

function scriptsInBody(html: string): string {
  const close = '</body></html>'
  const at = html.indexOf(close)
  return at < 0 ? html : html.slice(0, at) + html.slice(at + close.length) + close
}

export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (!request.signal.aborted) context.report(error)
}
