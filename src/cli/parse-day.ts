import {InvalidArgumentError} from "commander"

/** A day, month or year as a question takes it; what is none is refused, for it would be compared as letters and give a wrong answer. */
export function parseDay(value: string): string {
  const [, month = "01", day = "01"] = /^\d{4}(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value) ?? [null, "00"]
  const date = new Date(`${value.slice(0, 4)}-${month}-${day}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(5, 10) !== `${month}-${day}`)
    throw new InvalidArgumentError("It must be a day, month or year, such as 2024-05-02, 2024-05 or 2024.")
  return value
}
