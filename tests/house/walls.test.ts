// The import rules bite: the project's tree keeps them, and a tiny wrong tree with one sin a file breaks exactly the rules it should.
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { breaches, ruleNames, unusedArrows } from '../../scripts/walls.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const WRONG = fileURLToPath(new URL('wrong-tree', import.meta.url));

const SINS: Record<string, string[]> = {
  'src/rules/lifecycle/reads-the-clock.ts': ['rules-stand-alone'],
  'src/platform/knows-a-dossier.ts': ['platform-knows-no-subject'],
  'src/platform/asks-main.ts': ['nobody-imports-main', 'platform-knows-no-subject'],
  'src/ui/asks-a-module.ts': ['ui-knows-no-module'],
  'src/modules/people/calls-up.ts': ['modules-look-down'],
  'src/modules/identity/opens-anothers-drawer.ts': ['module-identity'],
  'src/modules/places/knows-people.ts': ['module-places'],
  'src/modules/cupboard/index.ts': ['modules-listed'],
  'src/adapters/sms/walks-in-at-the-door.ts': ['adapters-know-ports-only'],
  'src/adapters/bank/leans-on-sms.ts': ['adapters-apart'],
  'src/modules/people/asks-a-flow.ts': ['modules-look-down'],
  'src/flows/borrows-a-page.ts': ['flows-join-doors'],
  'src/main/subscriptions.ts': ['worker-knows-no-site'],
  'src/sites/portal/track/borrows-a-page.ts': ['pages-apart'],
  'src/sites/desk/reads-a-table.ts': ['sites-use-doors'],
  'src/sites/desk/reads-the-schema.ts': ['sites-read-no-schema'],
  'src/sites/api/asks-main.ts': ['nobody-imports-main', 'sites-use-doors'],
  'src/rules/fees/one.ts': ['no-circle'],
  'src/modules/files/opens-a-folder.ts': ['stored-files-behind-a-port'],
  'src/main/picks-a-disk.ts': ['one-place-chooses-the-store'],
  'sandbox/borrows-from-ui.ts': ['sandbox-knows-rules-only'],
};

describe('import rules', () => {
  it('are kept by the project', async () => {
    expect(await breaches(ROOT)).toEqual([]);
  });

  it('bite: each wrong file breaks exactly its rule, no other file breaks any', async () => {
    const found = await breaches(WRONG);
    const byFile = Object.groupBy(found, (breach) => breach.from);
    const rules = Object.fromEntries(
      Object.entries(byFile).map(([file, list]) => [
        file,
        [...new Set(list?.map((breach) => breach.rule))].sort(),
      ]),
    );
    expect(rules).toEqual(SINS);
  });

  it('allow no arrow between modules that nothing uses', async () => {
    expect(await unusedArrows(ROOT)).toEqual([]);
    expect(await unusedArrows(WRONG), 'a tree in which agencies ask no places').toContain(
      'agencies → places',
    );
  });

  it('leave no rule untried', () => {
    const tried = new Set(Object.values(SINS).flat());
    expect(ruleNames.filter((name) => !tried.has(name) && !name.startsWith('module-'))).toEqual([]);
  });
});
