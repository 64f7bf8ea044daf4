import {isIP} from "node:net"
import {hostname} from "node:os"

const loopbacks = ["127.0.0.1", "::1", "[::1]", "localhost"]

/** Is it an address that only this machine can reach? */
export const isLoopback = (host: string): boolean => loopbacks.includes(host.toLowerCase())

/** Says whether a Host header names us: our names with our port. A page of another name that resolves to our address is refused. */
export function allowedHosts(host: string, port: number): (header: string | undefined) => boolean {
  const names = new Set(["127.0.0.1", "[::1]", "localhost", bracketed(host)])
  const isEverywhere = host === "0.0.0.0" || host === "::"
  if (isEverywhere) names.add(hostname().toLowerCase())
  return header => {
    const match = (header ?? "").toLowerCase().match(/^(\[[0-9a-f:.]{2,60}\]|[a-z0-9._-]{1,253})(?::(\d{1,5}))?$/)
    if (!match || Number(match[2] ?? 80) !== port) return false
    return names.has(match[1]!) || (isEverywhere && isIP(match[1]!.replace(/^\[|\]$/g, "")) !== 0)
  }
}

const bracketed = (host: string): string => (host.includes(":") && !host.startsWith("[") ? `[${host}]` : host).toLowerCase()
