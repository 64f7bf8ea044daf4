import {bandsOf, copyThreshold, likenessOf, signatureFromText, signatureOf, signatureToText} from "../ingest/near-duplicates.js"
import type {Book} from "./book.js"

/**
 * Puts an article into the cluster of its copies. A cluster is named after the smallest hash in it, so the name does not depend on
 * the order of arrival; an article that resembles two clusters joins them.
 */
export function joinCluster(book: Book, {number, hash, text}: {number: number; hash: string; text: string}): void {
  const signature = signatureOf(text)
  if (!signature) return
  const bands = bandsOf(signature)
  const clusters = clustersLike(book, signature, bands)
  book.database.run("INSERT INTO signatures (article, signature) VALUES (?, ?)", [number, signatureToText(signature)])
  for (const band of bands) book.database.run("INSERT OR IGNORE INTO bands (band, article) VALUES (?, ?)", [band, number])
  if (clusters.length === 0) return
  const name = [hash, ...clusters].sort()[0]!
  book.database.run("UPDATE articles SET cluster = ? WHERE number = ?", [name, number])
  for (const cluster of clusters)
    if (cluster !== name) book.database.run("UPDATE articles SET cluster = ? WHERE cluster = ?", [name, cluster])
}

function clustersLike({database}: Book, signature: Uint32Array, bands: readonly number[]): string[] {
  const candidates = new Set<number>()
  for (const band of bands) {
    for (const {article} of database.all<{article: number}>("SELECT article FROM bands WHERE band = ? LIMIT 50", [band]))
      candidates.add(article)
  }
  const clusters = new Set<string>()
  for (const candidate of candidates) {
    const other = database.first<{signature: string; cluster: string}>(
      "SELECT signature, cluster FROM signatures JOIN articles ON number = article WHERE article = ?",
      [candidate],
    )
    if (other && likenessOf(signature, signatureFromText(other.signature)) >= copyThreshold) clusters.add(other.cluster)
  }
  return [...clusters]
}
