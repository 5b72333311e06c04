export interface SignIn {
  /** Where the server is reached. */
  readonly url: string
  /** Of whose page the person signs in. */
  readonly origin: string
  readonly username: string
  readonly password: string
}

/** The session's cookie; null if the account is not let in. Throws if the server is not there. */
export async function signIn({ url, origin, username, password }: SignIn): Promise<string | null> {
  const answer = await fetch(`${url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ username, password }),
  })
  if (answer.status >= 500) throw new Error(`The server answered ${answer.status}.`)
  if (!answer.ok) return null
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}
