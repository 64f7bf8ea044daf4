import {z} from "zod"

export const note = z.object({
  start: z.int().min(0).describe("First character of the oddity."),
  end: z.int().min(0).describe("The character after its last one."),
  about: z.string().describe("What is odd, in a sentence."),
  stage: z.string().describe("The stage that saw it."),
})
export type Note = z.infer<typeof note>
