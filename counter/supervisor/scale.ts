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

/** A line through points, as a path of SVG; a point without a value parts it in two. */
export function pathOf(points: readonly (readonly [x: number, y: number] | null)[]): string {
  let isBegun = false
  return points
    .map((point) => {
      const command = isBegun ? 'L' : 'M'
      isBegun = point !== null
      return point ? `${command}${point[0].toFixed(1)} ${point[1].toFixed(1)}` : ''
    })
    .join('')
}
