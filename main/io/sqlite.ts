import { createRequire } from 'node:module';

export type SqlValue = null | number | bigint | string | Uint8Array;

/** A prepared statement, as far as we use it. */
export type SqlStatement = {
  readonly run: (...values: readonly SqlValue[]) => unknown;
  readonly get: (...values: readonly SqlValue[]) => unknown;
  readonly all: (...values: readonly SqlValue[]) => unknown[];
};

/** An open database, as far as we use it. */
export type SqlDatabase = {
  readonly exec: (sql: string) => void;
  readonly prepare: (sql: string) => SqlStatement;
  readonly close: () => void;
};

type SqliteModule = { readonly DatabaseSync: new (path: string) => SqlDatabase };

/** One of the modules that speak the `node:sqlite` API. */
export type SqliteEngine = SqliteModule & { readonly name: 'node:sqlite' | '@photostructure/sqlite' };

/** An engine of this machine, or why it is not there. */
export type EngineFinding =
  | { readonly name: SqliteEngine['name']; readonly engine: SqliteEngine }
  | { readonly name: SqliteEngine['name']; readonly missing: string };

/** Loading `node:sqlite` warns that it is experimental: that one warning tells a user nothing, and every other one must be seen. */
const withoutItsWarning = <Result>(load: () => Result): Result => {
  const shown = process as unknown as { emitWarning: (...warning: readonly unknown[]) => void };
  const { emitWarning } = shown;
  shown.emitWarning = (...warning) => {
    if (!String(warning[0]).includes('SQLite is an experimental feature')) emitWarning.apply(process, [...warning]);
  };
  try {
    return load();
  } finally {
    shown.emitWarning = emitWarning;
  }
};

/** Early built-in versions lack the text index that the store needs. */
const whyUnfit = ({ DatabaseSync }: SqliteModule): string | null => {
  const database = new DatabaseSync(':memory:');
  try {
    database.exec("CREATE VIRTUAL TABLE probe USING fts5(text, content='', contentless_delete=1, detail=none)");
    return null;
  } catch (error) {
    return (error as Error).message;
  } finally {
    database.close();
  }
};

const findBuiltIn = (): EngineFinding => {
  const name = 'node:sqlite';
  // Typed by hand: the types of Node 20 do not know the module.
  const builtIn = withoutItsWarning(() => process.getBuiltinModule?.(name) as SqliteModule | undefined);
  if (!builtIn) return { name, missing: `Node ${process.versions.node} has no ${name}` };
  const unfit = whyUnfit(builtIn);
  if (unfit) return { name, missing: `the ${name} of Node ${process.versions.node} has no full FTS5: ${unfit}` };
  return { name, engine: { name, DatabaseSync: builtIn.DatabaseSync } };
};

const findPackage = (): EngineFinding => {
  const name = '@photostructure/sqlite';
  try {
    const { DatabaseSync } = createRequire(import.meta.url)(name) as SqliteModule;
    return { name, engine: { name, DatabaseSync } };
  } catch (error) {
    return { name, missing: (error as Error).message };
  }
};

/** Every engine that the store knows, in the order in which it prefers them. */
export const findEngines = (): readonly EngineFinding[] => [findBuiltIn(), findPackage()];

/** The built-in engine where it is fit, else the package. */
export const loadEngine = (): SqliteEngine => {
  const builtIn = findBuiltIn();
  if ('engine' in builtIn) return builtIn.engine;
  const packaged = findPackage();
  if ('engine' in packaged) return packaged.engine;
  throw new Error(`No SQLite can be loaded: ${builtIn.missing}; ${packaged.missing}.`);
};
