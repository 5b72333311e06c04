/** What is heard of a call at a display: a chime and words, a chime alone, or nothing. */
export const sounds = ['voice', 'chime', 'silent'] as const
export type Sound = (typeof sounds)[number]

export function isSound(name: string): name is Sound {
  return (sounds as readonly string[]).includes(name)
}

/**
 * What became of a call at a display: heard with its words, its chime alone because no words were to be said, no longer
 * wanted, kept silent by the browser, or words that were to be said did not come.
 */
export const callOutcomes = ['played', 'chimed', 'dropped', 'blocked', 'failed'] as const
export type CallOutcome = (typeof callOutcomes)[number]
