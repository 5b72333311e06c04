/**
 * Where each page of rows begins, by the rows' heights: as many as there is room for, in their order. A row that is higher
 * than the page is a page of its own.
 */
export function pageStarts(heights: readonly number[], room: number): readonly number[] {
  const starts: number[] = []
  let taken = 0
  for (const [index, height] of heights.entries()) {
    if (index > 0 && taken + height <= room) taken += height
    else {
      starts.push(index)
      taken = height
    }
  }
  return starts
}
