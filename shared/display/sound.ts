/** What is heard of a call at a display: a chime and words, a chime alone, or nothing. */
export const sounds = ['voice', 'chime', 'silent'] as const
export type Sound = (typeof sounds)[number]

export function isSound(name: string): name is Sound {
  return (sounds as readonly string[]).includes(name)
}
