/** The network that people in the hall use. */
export interface Wifi {
  name: string
  /** Absent for an open network, and where it is not to stand on the wall. */
  password?: string
}

/** The network named by `ROOM_WIFI` and, where its code is to let phones in, `ROOM_WIFI_PASSWORD`. */
export function wifiFrom(
  { ROOM_WIFI: name, ROOM_WIFI_PASSWORD: password }: Record<string, string | undefined>,
): Wifi | undefined {
  return name ? { name, ...password && { password } } : undefined
}

/**
 * What a QR code holds for a phone to join a network by its camera: the format of ZXing, which iOS 11 and Android 10
 * know. `\`, `;`, `,`, `:` and `"` are escaped.
 */
export function wifiCode({ name, password }: Wifi): string {
  const escape = (text: string) => text.replace(/[\\;,:"]/g, '\\$&')
  return password === undefined
    ? `WIFI:T:nopass;S:${escape(name)};;`
    : `WIFI:T:WPA;S:${escape(name)};P:${escape(password)};;`
}
