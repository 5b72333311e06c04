/** How wide a text comes out, in dots. */
export type WidthOf = (text: string) => number

/**
 * `text` in lines no wider than `limit`, broken at spaces; a word wider than a whole line is broken between
 * characters. A single character wider than the line stands alone.
 */
export function wrap(text: string, limit: number, widthOf: WidthOf): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((part) => breakWord(part, limit, widthOf))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line === '' || widthOf(longer) <= limit) {
      line = longer
    } else {
      lines.push(line)
      line = word
    }
  }
  if (line !== '') lines.push(line)
  return lines
}

/** The lines of `wrap`, as even in length as the same number of lines allows. */
export function wrapEvenly(text: string, limit: number, widthOf: WidthOf): string[] {
  let best = wrap(text, limit, widthOf)
  if (best.length < 2) return best
  const longestWord = Math.max(...text.split(' ').map(widthOf))
  for (let narrower = limit - 8; narrower >= Math.max(longestWord, limit / 2); narrower -= 8) {
    const lines = wrap(text, narrower, widthOf)
    if (lines.length > best.length) break
    best = lines
  }
  return best
}

function breakWord(word: string, limit: number, widthOf: WidthOf): string[] {
  if (word === '' || widthOf(word) <= limit) return word === '' ? [] : [word]
  const parts: string[] = []
  let part = ''
  for (const { segment } of new Intl.Segmenter('lt').segment(word)) {
    if (part !== '' && widthOf(part + segment) > limit) {
      parts.push(part)
      part = ''
    }
    part += segment
  }
  parts.push(part)
  return parts
}
