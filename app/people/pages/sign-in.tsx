import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Cast } from '#app/people/cast'
import { listCast } from '#app/people/cast.server'
import { nextPath } from '#app/people/sign-in'
import { Page } from '#app/ui/page'

export const meta: MetaFunction = () => [{ title: 'Sign in – IR rotations' }]

export async function loader({ request }: LoaderFunctionArgs) {
  return { cast: await listCast(), next: nextPath(new URL(request.url).searchParams.get('next')) }
}

export default function SignIn() {
  const { cast, next } = useLoaderData<typeof loader>()
  return (
    <Page title="Sign in" heading={false}>
      <div className="split split--half">
        <div className="stack stack-8">
          <h1>Sign in</h1>
        </div>
        {cast.length > 0 ? <Cast groups={cast} next={next} /> : null}
      </div>
    </Page>
  )
}
