const BALLOT = '/api/polls/bill/ballot'

/** Malformed HTTP requests, as bytes for a bare socket. */
export const GARBAGE: [name: string, bytes: string][] = [
  ['noise', '\x16\x03\x01\x02\x00\x01\x00\x01\xFC\x03\x03\r\n\r\n'],
  ['no version', 'GET /\r\n\r\n'],
  ['no host', 'GET /api/room HTTP/1.1\r\n\r\n'],
  ['no host in old HTTP', 'GET /api/room HTTP/1.0\r\n\r\n'],
  ['a host with spaces', 'GET /api/room HTTP/1.1\r\nHost: a b\r\n\r\n'],
  ['a host with a path', 'GET /api/room HTTP/1.1\r\nHost: a/../b@c\r\n\r\n'],
  ['a star', 'OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n'],
  ['a tunnel', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n'],
  ['two lengths', `PUT ${BALLOT} HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{} `],
  [
    'a length and chunks',
    `PUT ${BALLOT} HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  ],
  ['a negative length', `PUT ${BALLOT} HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n`],
  [
    'a broken chunk',
    `PUT ${BALLOT} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
  ],
  ['a header without a colon', 'GET /api/room HTTP/1.1\r\nHost: a\r\nnonsense\r\n\r\n'],
  ['a zero byte in a header', 'GET /api/room HTTP/1.1\r\nHost: a\r\nX: \0\r\n\r\n'],
  ['a space in the address', 'GET /api/ro om HTTP/1.1\r\nHost: a\r\n\r\n'],
]
