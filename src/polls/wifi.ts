/** The network that people in the hall use. */
export interface Wifi {
  name: string
  /** Empty for an open network; absent where it is not to stand on the wall, and then there is no code either. */
  password?: string
}

/** The network named by `ROOM_WIFI` and, where its code is to let phones in, `ROOM_WIFI_PASSWORD`. */
export function wifiFrom(
  { ROOM_WIFI: name, ROOM_WIFI_PASSWORD: password }: Record<string, string | undefined>,
): Wifi | undefined {
  return name ? { name, ...password !== undefined && { password } } : undefined
}

/**
 * What a QR code holds for a phone to join a network by its camera: the format of ZXing, which iOS 11 and Android 10
 * know; undefined where the password is not told. `\`, `;`, `,`, `:` and `"` are escaped.
 */
export function wifiCode({ name, password }: Wifi): string | undefined {
  const escape = (text: string) => text.replace(/[\\;,:"]/g, '\\$&')
  if (password === undefined)
    return undefined
  return password === ''
    ? `WIFI:T:nopass;S:${escape(name)};;`
    : `WIFI:T:WPA;S:${escape(name)};P:${escape(password)};;`
}
