// A database of a test's own, cloned from the template: reference data, agencies and demo people are in it.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { type DatabaseLimits, type Db, openDatabase, TOOL_LIMITS } from '../../src/platform/db.ts';

export interface TestDatabase {
  /** As the program's role, which may do what the program does and no more. */
  db: Db;
  url: string;
  /** As who owns the tables: for what only somebody past the program can do. */
  ownerUrl: string;
  /** Does something as the owner. */
  asOwner(work: (owner: Db) => Promise<unknown>): Promise<void>;
  drop(): Promise<void>;
}

async function admin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('databaseServer') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Clones the template; call `drop()` in afterAll. A busy machine fails no test: its limits are far off unless a test gives its own. */
export function testDatabase(limits: DatabaseLimits = TOOL_LIMITS): Promise<TestDatabase> {
  return cloneOf(inject('databaseTemplate'), inject('databaseProgram'), limits);
}

async function cloneOf(template: string, as: string, limits = TOOL_LIMITS): Promise<TestDatabase> {
  const name = `motcua_test_${process.ppid}_${randomBytes(5).toString('hex')}`;
  await admin(`create database ${name} template ${template}`);
  const url = new URL(as);
  url.pathname = `/${name}`;
  const ownerUrl = new URL(inject('databaseServer'));
  ownerUrl.pathname = `/${name}`;
  const db = openDatabase({ url: url.href, max: 8, limits });
  return {
    db,
    url: url.href,
    ownerUrl: ownerUrl.href,
    async asOwner(work) {
      const owner = openDatabase({ url: ownerUrl.href, max: 1, limits: TOOL_LIMITS });
      await work(owner).finally(() => owner.destroy());
    },
    async drop() {
      await db.destroy();
      await admin(`drop database ${name} with (force)`);
    },
  };
}

/** A database with nothing in it, as before a first start, as its owner; call `drop()` in afterAll. */
export function emptyDatabase(): Promise<TestDatabase> {
  return cloneOf('template1', inject('databaseServer'));
}

/** The database of a test file, there from its first test to its last. Call it once, at the top of the file. */
export function databaseOfFile(): Omit<TestDatabase, 'drop'> {
  let test: TestDatabase | undefined;
  beforeAll(async () => {
    test = await testDatabase();
  });
  afterAll(() => test?.drop());
  const opened = () => {
    if (test === undefined)
      throw new Error('the database opens before the first test, not while tests are listed');
    return test;
  };
  return {
    get db() {
      return opened().db;
    },
    get url() {
      return opened().url;
    },
    get ownerUrl() {
      return opened().ownerUrl;
    },
    asOwner: (work) => opened().asOwner(work),
  };
}
