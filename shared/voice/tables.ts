/** `A a, Ą a nosinė` as a table: each letter, a space, its name. */
export function named(letters: string): ReadonlyMap<string, string> {
  return new Map(letters.split(', ').map((one) => [one.charAt(0), one.slice(2)]))
}

/** `du šimtai, trys šimtai` as a list. */
export function listed(words: string): readonly string[] {
  return words.split(', ')
}
