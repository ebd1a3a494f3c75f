// Facts are typed per module and spelled one way: `subject.what-happened`, data in camelCase, named by constants of whoever announces.
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { DossierFact } from '../../src/modules/dossiers/index.ts';
import { AccountFact } from '../../src/modules/identity/facts.ts';
import { MessageFact } from '../../src/modules/notices/index.ts';
import { BillFact, TransferFact } from '../../src/modules/payments/facts.ts';
import { PersonFact } from '../../src/modules/people/facts.ts';
import { ResultFact } from '../../src/modules/results/facts.ts';
import { ACT_NAMES, recordOf } from '../../src/rules/lifecycle/index.ts';

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));
const NAME = /^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/u;

const names = [
  ...[AccountFact, DossierFact, MessageFact, BillFact, TransferFact, PersonFact, ResultFact].flatMap(
    (facts) => Object.values(facts),
  ),
  ...ACT_NAMES.map((act) => recordOf(act).fact),
];

it('every fact is spelled subject.what-happened, and named once', () => {
  expect(names.filter((name) => !NAME.test(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});

it('no module writes a fact by a name of its own spelling', () => {
  const loose = globSync('modules/**/*.ts', { cwd: SRC })
    .filter((file) => !/\.test\.ts$/u.test(file))
    .flatMap((file) =>
      [...readFileSync(SRC + file, 'utf8').matchAll(/(?:announce|writeFact)\([^;]*?\bname: '([^']+)'/gu)].map(
        ([, name]) => `${file}: ${name}`,
      ),
    );
  expect(loose).toEqual([]);
});
