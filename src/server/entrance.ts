import {createHash, randomBytes, timingSafeEqual} from "node:crypto"

/**
 * Who may come in. Without a secret of the user's own, one address lets one visitor in, once; with one, visitors type it.
 * Either way the visitor gets a cookie that scripts cannot read and that other sites cannot send.
 */
export class Entrance {
  private readonly pass = randomBytes(32).toString("base64url")
  private ticket: string | null
  readonly cookieName: string

  constructor(
    private readonly secret: string | null,
    port: number,
  ) {
    this.ticket = secret === null ? randomBytes(24).toString("base64url") : null
    this.cookieName = `rapporteur-${port}`
  }

  /** Where visitors come in. */
  get path(): string {
    return this.ticket === null ? "/" : `/open/${this.ticket}`
  }

  /** Do visitors type a secret? */
  get asks(): boolean {
    return this.secret !== null
  }

  /** Does the Cookie header hold our pass? */
  admits(header: string | undefined): boolean {
    const cookies = (header ?? "").split(";", 200).map(cookie => cookie.trim())
    const found = cookies.filter(cookie => cookie.startsWith(`${this.cookieName}=`))
    return found.some(cookie => isSame(cookie.slice(this.cookieName.length + 1), this.pass))
  }

  /** Takes the one-time ticket; true the first time only. */
  takeTicket(given: string): boolean {
    if (this.ticket === null || !isSame(given, this.ticket)) return false
    this.ticket = null
    return true
  }

  /** Is it the user's own secret? */
  knows(given: string): boolean {
    return this.secret !== null && isSame(given, this.secret)
  }

  /** The Set-Cookie header of a visitor who was let in. */
  get cookie(): string {
    return `${this.cookieName}=${this.pass}; Path=/; HttpOnly; SameSite=Strict`
  }
}

/** Compares in a time that does not depend on where two texts differ. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
