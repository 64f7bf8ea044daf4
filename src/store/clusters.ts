import {bandsOf, copyThreshold, likenessOf, signatureFromText, signatureOf, signatureToText} from "../ingest/near-duplicates.js"
import type {Book} from "./book.js"
import {insertRows} from "./insert-rows.js"

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
  insertRows(
    book,
    "bands (band, article)",
    bands.map(band => [band, number]),
  )
  if (clusters.length === 0) return
  const name = [hash, ...clusters].sort()[0]!
  book.database.run("UPDATE articles SET cluster = ? WHERE number = ?", [name, number])
  for (const cluster of clusters)
    if (cluster !== name) book.database.run("UPDATE articles SET cluster = ? WHERE cluster = ?", [name, cluster])
}

/** The clusters that hold an article like this one. At most fifty articles a band are looked at: what more share it are copies of those. */
function clustersLike(book: Book, signature: Uint32Array, bands: readonly number[]): string[] {
  const clusters = new Set<string>()
  for (const {article, cluster} of candidatesOf(book, bands)) {
    if (clusters.has(cluster)) continue
    const other = book.database.first<{signature: string}>("SELECT signature FROM signatures WHERE article = ?", [article])
    if (other && likenessOf(signature, signatureFromText(other.signature)) >= copyThreshold) clusters.add(cluster)
  }
  return [...clusters]
}

/** The articles that share a band, with their clusters. */
function candidatesOf({database}: Book, bands: readonly number[]): {article: number; cluster: string}[] {
  return database.all(
    `SELECT DISTINCT a.number AS article, a.cluster
     FROM json_each(?) band, json_each((SELECT json_group_array(article) FROM (SELECT article FROM bands WHERE bands.band = band.value LIMIT 50))) found
     JOIN articles a ON a.number = found.value`,
    [JSON.stringify(bands)],
  )
}
