// What data files may say of results: the papers they are written on. A version is never changed, for proposals name it.
import { type Change, type DataKind, onceEach, type Placed } from '../../../platform/data/index.ts';
import type { Tx } from '../../../platform/db.ts';
import { canonicalJson } from '../../../rules/forms/index.ts';
import { checkResultTemplate, type ResultTemplate } from '../papers/index.ts';
import { allTemplates, writeTemplate } from '../template-store.ts';

const templates: DataKind<ResultTemplate> = {
  section: 'resultTemplates',
  called: 'mẫu kết quả',
  isAlone: (json) => 'blocks' in json,
  read: checkResultTemplate,
  async load(tx: Tx, rows: readonly Placed<ResultTemplate>[]) {
    const known = new Map((await allTemplates(tx)).map((one) => [nameOf(one), one]));
    const changes: Change[] = [];
    const own = onceEach(rows, nameOf);
    for (const { value, refuse } of own) {
      const before = known.get(nameOf(value));
      if (before && canonicalJson(before) === canonicalJson(value)) continue;
      if (before) {
        refuse(
          `mẫu “${value.id}” bản ${value.version} đã nạp với nội dung khác; nội dung mới phải là bản mới.`,
          'version',
        );
        continue;
      }
      await writeTemplate(tx, value);
      changes.push({ what: 'added', row: `${nameOf(value)}: ${value.title}` });
    }
    return { changes, unchanged: own.length - changes.length };
  },
};

function nameOf({ id, version }: ResultTemplate): string {
  return `${id} bản ${version}`;
}

export const resultKinds: readonly DataKind[] = [templates];
