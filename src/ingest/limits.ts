/** What one input may cost. A breach is a reason code, never a crash. Sizes in bytes unless the name says otherwise. */
export interface Limits {
  readonly textBytes: number
  readonly lineBytes: number
  readonly htmlBytes: number
  readonly htmlDepth: number
  readonly feedBytes: number
  readonly fileBytes: number
  readonly gzipRatio: number
  readonly gzipBytes: number
  readonly zipEntries: number
  readonly jsonDepth: number
}

const mega = 1024 * 1024

export const limits: Limits = {
  textBytes: 10 * mega,
  lineBytes: 8 * mega,
  htmlBytes: 20 * mega,
  htmlDepth: 512,
  feedBytes: 50 * mega,
  fileBytes: 256 * mega,
  gzipRatio: 200,
  gzipBytes: 256 * mega,
  zipEntries: 10_000,
  jsonDepth: 512,
}
