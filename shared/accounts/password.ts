/** In characters. */
export const passwordLengths = { min: 10, max: 128 } as const

/** What is wrong with a new password. */
export type PasswordFault =
  | 'too-short'
  | 'too-long'
  /** The user name once more, with or without something behind it. */
  | 'user-name'
  /** Among the first that anybody would try: a common word with digits, a row of the keyboard, few characters. */
  | 'guessable'

const commonWords = new Set([
  ...['password', 'passwort', 'passw0rd', 'p@ssw0rd', 'slaptazodis', 'slaptažodis', 'parole', 'haslo'],
  ...['qwerty', 'admin', 'administrator', 'administratorius', 'welcome', 'letmein', 'iloveyou', 'changeme'],
  ...[
    'monkey',
    'dragon',
    'football',
    'basketball',
    'krepsinis',
    'krepšinis',
    'princess',
    'sunshine',
    'superman',
  ],
  ...[
    'labas',
    'sveikas',
    'lietuva',
    'lithuania',
    'vilnius',
    'kaunas',
    'klaipeda',
    'zalgiris',
    'žalgiris',
    'eile',
    'eilė',
  ],
])
const rows = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
]
const fewestCharacters = 5

/** Everything that is wrong with a password for this account; nothing if it may be used. */
export function passwordFaults(password: string, username: string): PasswordFault[] {
  const lower = password.toLowerCase()
  const word = lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const name = username.trim().toLowerCase()
  const isName = name !== '' && (lower === name || (word === name && lower.startsWith(name)))
  const isGuessable =
    new Set(lower).size < fewestCharacters || isOfWords(word) || rows.some((row) => runsAlong(lower, row))
  return [
    ...(password.length < passwordLengths.min ? (['too-short'] as const) : []),
    ...(password.length > passwordLengths.max ? (['too-long'] as const) : []),
    ...(isName ? (['user-name'] as const) : []),
    ...(isGuessable ? (['guessable'] as const) : []),
  ]
}

/** One common word, or the same one again and again. */
function isOfWords(text: string): boolean {
  return [...commonWords].some((word) => text !== '' && text.replaceAll(word, '') === '')
}

/** A stretch of a row, forwards or backwards. */
function runsAlong(text: string, row: string): boolean {
  return row.includes(text) || [...row].reverse().join('').includes(text)
}
