// Every fact on a page arrives on the socket, so there is nothing to render on the server.
export const ssr = false
