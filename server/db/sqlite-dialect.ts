import { CompiledQuery, SqliteAdapter, SqliteDialect, SqliteDriver, type DatabaseConnection } from 'kysely'

/** Kysely's SQLite with two differences, each told where it is made. */
export class HallSqliteDialect extends SqliteDialect {
  readonly #config: ConstructorParameters<typeof SqliteDriver>[0]

  constructor(config: ConstructorParameters<typeof SqliteDriver>[0]) {
    super(config)
    this.#config = config
  }

  override createDriver(): SqliteDriver {
    return new HallSqliteDriver(this.#config)
  }

  override createAdapter(): SqliteAdapter {
    return new HallSqliteAdapter()
  }
}

/**
 * A transaction takes the write lock when it begins. One that reads first and then writes could otherwise be refused
 * in between, without waiting, because another process has written meanwhile.
 */
class HallSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

/** SQLite does take back changes of tables. Kysely does not count on it, and would leave half a migration behind. */
class HallSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}
