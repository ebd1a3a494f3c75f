// Holds the import rules of .dependency-cruiser.cjs against the tree; exits 1 with each arrow that breaks one.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

export interface Breach {
  rule: string;
  from: string;
  to: string;
}

const rules: { forbidden: IForbiddenRuleType[]; options: ICruiseOptions } = createRequire(import.meta.url)(
  '../.dependency-cruiser.cjs',
);

/** The names of all import rules. */
export const ruleNames = rules.forbidden.map((rule) => rule.name ?? '');

/** The arrows under `base` that break a rule. Folders are `src` and `sandbox`, as in the project. */
export async function breaches(base: string, folders = ['src', 'sandbox']): Promise<Breach[]> {
  const tsConfig = extractTSConfig(`${ROOT}/tsconfig.json`);
  const answer = await cruise(
    folders,
    { ...rules.options, baseDir: base, validate: true, ruleSet: { forbidden: rules.forbidden } },
    { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
    { tsConfig },
  );
  const { summary } = answer.output as ICruiseResult;
  return summary.violations.map((found) => ({ rule: found.rule.name, from: found.from, to: found.to }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = await breaches(ROOT);
  for (const { rule, from, to } of found) console.error(`${rule}: ${from} → ${to}`);
  console.log(found.length === 0 ? 'import rules: kept' : `import rules: ${found.length} broken`);
  process.exit(found.length === 0 ? 0 : 1);
}
