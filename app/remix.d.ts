import type { Edge } from '#app/workflow/edge.server'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
  interface AppLoadContext extends Edge {}
}
