import { notFound } from '#app/workflow/refusal'

export function loader(): never {
  throw notFound()
}

export const action = loader

export default function NotFound() {
  return null
}
