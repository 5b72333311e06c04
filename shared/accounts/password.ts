/** In characters. */
export const passwordLengths = { min: 10, max: 128 } as const

/** What is wrong with a new password. */
export type PasswordFault =
  | 'too-short'
  | 'too-long'
  /** The user name once or more, whatever stands around it that is no letter. */
  | 'user-name'
  /** Among the first that anybody would try: a common word with digits, a row of the keyboard, few characters. */
  | 'guessable'

const commonWords = [
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
]
const rows = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
]
const fewestCharacters = 5
const shortestRun = 5

/** Everything that is wrong with a password for this account; nothing if it may be used. */
export function passwordFaults(password: string, username: string): PasswordFault[] {
  const lower = password.toLowerCase()
  const word = lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const letters = lettersOf(lower)
  const name = username.trim().toLowerCase()
  const isName = isOnly(lower, name) || isOnly(letters, lettersOf(name))
  const isGuessable =
    new Set(lower).size < fewestCharacters ||
    commonWords.some((common) => isOnly(word, common) || isOnly(letters, common)) ||
    [lower, lower.slice(0, -1), letters].some((text) => rows.some((row) => runsAlong(text, row)))
  return [
    ...(password.length < passwordLengths.min ? (['too-short'] as const) : []),
    ...(password.length > passwordLengths.max ? (['too-long'] as const) : []),
    ...(isName ? (['user-name'] as const) : []),
    ...(isGuessable ? (['guessable'] as const) : []),
  ]
}

function lettersOf(text: string): string {
  return text.replace(/\P{L}/gu, '')
}

/** A word, or the same one again and again. */
function isOnly(text: string, word: string): boolean {
  return text !== '' && word !== '' && text.replaceAll(word, '') === ''
}

/** A stretch of a row, forwards or backwards. */
function runsAlong(text: string, row: string): boolean {
  if (text.length < shortestRun) return false
  return row.includes(text) || [...row].reverse().join('').includes(text)
}
