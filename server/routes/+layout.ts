// Facts come to a page by themselves, nearly all on the socket, so there is nothing to render on the server.
export const ssr = false
