import type { LetterNames, Mark } from './speech.ts'

/** Unicode’s combining marks, by what they look like to people. */
const marks: ReadonlyMap<string, Mark> = new Map([
  ['\u0328', 'tail'],
  ['\u0327', 'tail'],
  ['\u030c', 'hook'],
  ['\u0307', 'dot'],
  ['\u0304', 'bar'],
  ['\u0301', 'accent'],
  ['\u0308', 'dots'],
])

/** Letters whose mark Unicode does not take apart. */
const stroked: ReadonlyMap<string, string> = new Map([
  ['Ł', 'L'],
  ['Ø', 'O'],
  ['Đ', 'D'],
])

/** The name of a capital letter, or null if this language has none for it. */
export function letterName(letter: string, names: LetterNames): string | null {
  const own = names.latin.get(letter)
  if (own !== undefined) return own
  const cyrillic = names.cyrillic.get(letter)
  if (cyrillic !== undefined) return names.inCyrillic(cyrillic)

  const parts = takenApart(letter)
  const name = parts && names.latin.get(parts.plain)
  return name ? names.withMark(name, parts.mark) : null
}

function takenApart(letter: string): { readonly plain: string; readonly mark: Mark } | null {
  const unstroked = stroked.get(letter)
  if (unstroked !== undefined) return { plain: unstroked, mark: 'stroke' }

  const [plain, combining = '', ...others] = letter.normalize('NFD')
  const mark = marks.get(combining)
  return plain === undefined || mark === undefined || others.length > 0 ? null : { plain, mark }
}
