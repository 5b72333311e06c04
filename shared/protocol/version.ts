/**
 * The version of the wire. A page announces it when it connects; one with another version is refused with
 * `protocol/outdated` and loads itself anew. A test holds a hash of the schemas against it.
 *
 * 1: the first.
 */
export const protocolVersion = 1
