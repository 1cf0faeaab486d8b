import 'react'

declare module 'react' {
  // React 18 passes these to the browser as they are, but its types don't know them yet.
  interface HTMLAttributes<T> {
    popover?: '' | 'auto' | 'manual'
  }
  interface ButtonHTMLAttributes<T> {
    popovertarget?: string
    command?: 'show-modal' | 'close'
    commandfor?: string
  }
}
