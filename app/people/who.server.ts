import { type AppLoadContext, redirect } from '@remix-run/node'
import type { Actor, Person } from '#db/schema/people/actors'

/** The signed-in person. Throws a redirect to /sign-in that leads back here, with the words of a form just sent. */
export async function requirePerson(context: AppLoadContext): Promise<Person> {
  const me = await context.person()
  if (!me) throw redirect(`/sign-in?next=${encodeURIComponent(await context.comeBack())}`, 303)
  return me
}

/** The signed-in person, or an anonymous actor. */
export async function whoAmI(context: AppLoadContext): Promise<Actor> {
  return (await context.person()) ?? { kind: 'anonymous' }
}
