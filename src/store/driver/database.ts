/** A value a cell can hold. Bytes are left out: one of the two libraries ends the process when it is given some. */
export type Cell = string | number | null

/** A row as SQLite gives it: column → cell. */
export type DatabaseRow = Readonly<Record<string, Cell>>

/** The part of an SQLite library that the store uses. Two libraries stand behind it: the one inside Node, and libsql where Node has none. */
export interface Database {
  /** Runs statements that give nothing back. */
  exec(sql: string): void
  /** Runs one statement; gives the number of the row inserted last. Statements are prepared once and kept. */
  run(sql: string, cells?: readonly Cell[]): number
  all<Row = DatabaseRow>(sql: string, cells?: readonly Cell[]): Row[]
  first<Row = DatabaseRow>(sql: string, cells?: readonly Cell[]): Row | null
  /** Rows one by one, without holding them all. */
  each<Row = DatabaseRow>(sql: string, cells?: readonly Cell[]): IterableIterator<Row>
  close(): void
}

/** A prepared statement, as both libraries have it. */
export interface Statement {
  run(...cells: (Cell | readonly Cell[])[]): {lastInsertRowid: number | bigint}
  all(...cells: Cell[]): unknown[]
  iterate?(...cells: Cell[]): IterableIterator<unknown>
}

/** An open connection, as both libraries have it. */
export interface Connection {
  exec(sql: string): unknown
  prepare(sql: string): Statement
  close(): unknown
}

/** The one behaviour over both libraries. `takesLists`: cells are handed over as one list, which costs less where it is understood. */
export function wrapConnection(connection: Connection, {takesLists = false}: {takesLists?: boolean} = {}): Database {
  const prepared = new Map<string, Statement>()
  const prepare = (sql: string): Statement => {
    const known = prepared.get(sql)
    if (known) return known
    const statement = connection.prepare(sql)
    if (prepared.size < 200) prepared.set(sql, statement)
    return statement
  }
  return {
    exec: sql => void connection.exec(sql),
    run: (sql, cells = []) => Number((takesLists ? prepare(sql).run(cells) : prepare(sql).run(...cells)).lastInsertRowid),
    all: <Row>(sql: string, cells: readonly Cell[] = []) => prepare(sql).all(...cells) as Row[],
    first: <Row>(sql: string, cells: readonly Cell[] = []) => (prepare(sql).all(...cells)[0] as Row | undefined) ?? null,
    each: <Row>(sql: string, cells: readonly Cell[] = []) => {
      const statement = connection.prepare(sql)
      return (statement.iterate ? statement.iterate(...cells) : statement.all(...cells)[Symbol.iterator]()) as IterableIterator<Row>
    },
    close: () => {
      prepared.clear()
      connection.close()
    },
  }
}
