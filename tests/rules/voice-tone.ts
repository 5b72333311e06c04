import { joined, type Sound } from '#server/voice/sound.ts'

/** A hum that swells and falls four times a second, like syllables, with silence around it if wanted. */
export function tone({ seconds = 1, loud = 0.3, rate = 22_050, silenceMs = 0 } = {}): Sound {
  const samples = Int16Array.from({ length: Math.round(seconds * rate) }, (_, n) => {
    const swell = 0.6 + 0.4 * Math.sin((2 * Math.PI * 4 * n) / rate)
    return Math.round(32_767 * loud * swell * Math.sin((2 * Math.PI * 220 * n) / rate))
  })
  return joined([{ rate, samples }], [silenceMs, silenceMs])
}
