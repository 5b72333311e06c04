/**
 * The version of the wire. A page announces it when it connects; one with another version is refused with
 * `protocol/outdated` and loads itself anew. A test holds a hash of the schemas against it.
 *
 * 1: the first.
 * 2: the order: reasons of calls, appointments' times, whom a counter is offered; a display's panel and sound, how calls
 *    were heard, the hall's standard and notices, missed numbers, what counters serve; screens over counters, lines of
 *    anybody who only looks, the reception's and the supervisor's views; what came of serving, and acts for others.
 */
export const protocolVersion = 2
