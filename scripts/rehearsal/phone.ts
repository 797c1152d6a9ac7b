/** A phone's browser: it talks to one room and keeps the cookie that it was given there. */
export interface Phone {
  /** Value of the cookie that stands for the voter; empty before the room has answered once. */
  cookie: () => string
  /** Rejects when the room does not answer. */
  ask: (path: string, init?: RequestInit) => Promise<Response>
}

/** @param url of the room, without a path */
export function createPhone(url: string): Phone {
  let cookie = ''
  return {
    cookie: () => cookie,
    async ask(path, init = {}) {
      const headers = new Headers(init.headers)
      if (cookie)
        headers.set('Cookie', `voter=${cookie}`)
      const response = await fetch(new URL(path, url), { ...init, headers, redirect: 'error' })
      const given = response.headers.getSetCookie().map(it => /^voter=([^;]*)/.exec(it)?.[1])
      cookie = given.find(it => it !== undefined) ?? cookie
      return response
    },
  }
}
