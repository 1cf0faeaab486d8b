import type { SubmissionResult } from '@conform-to/react'
import { useActionData, useRouteLoaderData } from '@remix-run/react'

/** What a Conform form starts from: the refusal of the last POST, or words kept from one whose sign-in had run out. */
export function useLastResult(): SubmissionResult | undefined {
  const answer = useActionData<{ result?: SubmissionResult }>()
  const root = useRouteLoaderData<{ kept?: SubmissionResult | null }>('root')
  return answer?.result ?? root?.kept ?? undefined
}

/**
 * A key for a form with a `VersionField`: it starts anew, with the newer values, when it was saved, and when somebody
 * else was faster; a refused one stays as it is.
 */
export const useFormKey = (version: number) => String(useLastResult()?.initialValue?.version ?? version)
