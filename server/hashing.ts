import type { Auth } from './auth.ts'

/** Of a password or a PIN, as better-auth does it: slowly, so never within a transaction. */
export async function hashSecret(auth: Auth, secret: string): Promise<string> {
  const { password: hasher } = await auth.$context
  return await hasher.hash(secret)
}

export async function fitsHash(auth: Auth, secret: string, hash: string | null): Promise<boolean> {
  const { password: hasher } = await auth.$context
  return hash !== null && (await hasher.verify({ hash, password: secret }))
}
