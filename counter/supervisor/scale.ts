/** Round numbers from 0 up to the largest, which is at most the last of them: steps of 1, 2 or 5 and a power of ten. */
export function ticksTo(largest: number, atMost = 5): readonly number[] {
  const rough = Math.max(largest, 1) / atMost
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(
    1,
    [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough)!,
  )
  const count = Math.max(1, Math.ceil(largest / step))
  return Array.from({ length: count + 1 }, (_, n) => n * step)
}

/** A line through points, as a path of SVG: parted where there is no value, and a dot where one stands alone. */
export function pathOf(points: readonly (readonly [x: number, y: number] | null)[]): string {
  return points
    .map((point, index) => {
      if (!point) return ''
      const begins = !points[index - 1]
      const dot = begins && !points[index + 1] ? 'h0' : ''
      return `${begins ? 'M' : 'L'}${point[0].toFixed(1)} ${point[1].toFixed(1)}${dot}`
    })
    .join('')
}
