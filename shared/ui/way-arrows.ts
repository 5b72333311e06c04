import ArrowLeft from '@lucide/svelte/icons/arrow-left'
import ArrowRight from '@lucide/svelte/icons/arrow-right'
import ArrowUp from '@lucide/svelte/icons/arrow-up'

/** The sign for each way to a counter. */
export const wayArrows = { left: ArrowLeft, right: ArrowRight, straight: ArrowUp } as const
