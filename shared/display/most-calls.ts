/** How many calls a display is sent at most. */
export const mostCalls = 20
