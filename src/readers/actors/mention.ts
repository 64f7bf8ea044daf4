import type {Span} from "../../document/span.js"
import type {Mention, TraceStep} from "../../record/all.js"
import type {Entry} from "./register.js"
import type {Role} from "./roles.js"

/** A place where the text refers to somebody, before mentions are joined into actors. */
export interface Reference extends Span {
  readonly head: number
  readonly form: Mention["form"]
  readonly kind: "state" | "government" | "organization" | "person" | "group" | "place" | "other" | null
  /** The register's entry, when the words are one of its names. */
  readonly entry: Entry | null
  /** Other entries that carry the same name, the likeliest first. */
  readonly rivals: readonly Entry[]
  readonly role: Role | null
  readonly country: string | null
  /** The body or state that the phrase names inside itself: the Houthis in "Houthi spokesman". */
  readonly owner: Entry | null
  readonly sectors: readonly string[]
  /** The title written before a name; null when there is none. */
  readonly title: Span | null
  readonly plural: boolean
  readonly definite: boolean
  /** The country of the place where the words put it: "an official in Abidjan"; null when they do not. */
  readonly where: string | null
  /** "two", "eleven" before the noun, lower case; "" without. */
  readonly count: string
  /** A surname alone, which names its bearer only where no longer name says otherwise. */
  readonly surnameOnly: boolean
  /** "this agency", "our team": whoever writes the text, of whom it says nothing more. */
  readonly ours: boolean
  /** A description that holds a name which gave no country: "Forum staff", "Ottoman troops". */
  readonly named: boolean
  /** Folded proper nouns inside a description: it can only mean somebody they fit. */
  readonly inner: readonly string[]
  /** The name without titles, or the head noun's lemma for a description. */
  readonly key: string
  readonly trace: readonly TraceStep[]
}

/** A reference with the usual empty fields. */
export function makeReference(part: Partial<Reference> & Span & {head: number; form: Mention["form"]; key: string}): Reference {
  return {
    kind: null,
    entry: null,
    rivals: [],
    role: null,
    country: null,
    owner: null,
    sectors: [],
    title: null,
    plural: false,
    definite: false,
    where: null,
    count: "",
    surnameOnly: false,
    ours: false,
    named: false,
    inner: [],
    trace: [],
    ...part,
  }
}
