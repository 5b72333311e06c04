export interface Posted {
  readonly status: number
  readonly body: unknown
}

/** Null if nobody answered, or not in a way that can be read. */
export async function postJson(path: string, body: object): Promise<Posted | null> {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    })
    return { status: answer.status, body: (await answer.json()) as unknown }
  } catch {
    return null
  }
}
