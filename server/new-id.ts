import { randomFillSync } from 'node:crypto'

/** In the order of their character codes, so that ids sort by their time. */
const digits = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'
const timeDigits = 7
const randomBytes = 9

/**
 * Ids that nobody can guess (72 random bits) and that begin with their time: rows made together lie together, so that a
 * transaction touches few pages of the database.
 */
export function idsBy(now: () => number): () => string {
  const pool = Buffer.alloc(randomBytes * 256)
  let used = pool.length
  return () => {
    if (used === pool.length) {
      randomFillSync(pool)
      used = 0
    }
    const random = pool.toString('base64url', used, used + randomBytes)
    used += randomBytes
    return timeText(now()) + random
  }
}

function timeText(ms: number): string {
  let text = ''
  for (let rest = ms, n = 0; n < timeDigits; n += 1, rest = Math.floor(rest / 64))
    text = digits[rest % 64] + text
  return text
}
