import {Problem} from "../problem.js"
import {completeArticle, failAt} from "./complete.js"
import type {Format} from "./format.js"
import {readAll} from "./input.js"
import {limits} from "./limits.js"
import {checkZip} from "./zip.js"

/** Word documents: the text of the paragraphs. Other zip files are refused with a reason. */
export const docxFormat: Format = {
  name: "docx",
  endings: [".docx", ".zip"],
  mediaTypes: ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/zip"],
  fits: opening => opening.startsWith("PK\x03\x04"),
  async *read(input) {
    try {
      const bytes = await readAll(input, limits.fileBytes)
      const names = checkZip(bytes)
      if (!names.includes("word/document.xml"))
        throw new Problem("zip", "This zip file is no Word document. Unpack it and add what is inside.")
      yield await completeArticle({text: await readParagraphs(bytes)}, input, input.name)
    } catch (error) {
      yield failAt(input.name, error)
    }
  },
}

async function readParagraphs(bytes: Uint8Array): Promise<string> {
  const {default: mammoth} = await import("mammoth")
  try {
    const {value} = await mammoth.extractRawText({buffer: Buffer.from(bytes)})
    return value.trim()
  } catch (cause) {
    throw new Problem("zip", `The Word document cannot be read: ${(cause as Error).message}.`, {cause})
  }
}
