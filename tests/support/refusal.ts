/** How a command was refused, "409 It is too late …"; what it returned otherwise. */
export async function refusalOf(work: Promise<unknown>): Promise<unknown> {
  try {
    return await work
  } catch (thrown) {
    if (thrown instanceof Response) return `${thrown.status} ${await thrown.text()}`
    throw thrown
  }
}
