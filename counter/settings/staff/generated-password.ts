/** Without those that look alike on paper: 0 and o, 1, i and l. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
const groups = 4
const groupLength = 4

/** A password to be handed over on paper: abcd-efgh-jkmn-pqrs, some 79 bits. */
export function generatedPassword(random: (bytes: Uint8Array) => Uint8Array): string {
  return Array.from({ length: groups }, () => group(random)).join('-')
}

function group(random: (bytes: Uint8Array) => Uint8Array): string {
  const usable = 256 - (256 % letters.length)
  let text = ''
  while (text.length < groupLength) {
    const [byte = 0] = random(new Uint8Array(1))
    // The last bytes would make the first letters come more often.
    if (byte < usable) text += letters[byte % letters.length]
  }
  return text
}
