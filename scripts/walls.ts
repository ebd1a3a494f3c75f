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

interface Rules {
  modules: Record<string, string[]>;
  forbidden: IForbiddenRuleType[];
  options: ICruiseOptions;
}

const rules: Rules = createRequire(import.meta.url)('../.dependency-cruiser.cjs');

/** The names of all import rules. */
export const ruleNames = rules.forbidden.map((rule) => rule.name ?? '');

/** The arrows under `base` that break a rule. Folders are `src` and `sandbox`, as in the project. */
export async function breaches(base: string, folders = ['src', 'sandbox']): Promise<Breach[]> {
  const { summary } = await cruised(base, folders);
  return summary.violations.map((found) => ({ rule: found.rule.name, from: found.from, to: found.to }));
}

/** The arrows between modules that are allowed, and that no file under `base` but a test uses: `identity → people`. */
export async function unusedArrows(base: string): Promise<string[]> {
  const { modules } = await cruised(base, ['src/modules']);
  const used = new Set(
    modules
      .filter(({ source }) => !/\.test\.tsx?$/u.test(source))
      .flatMap(({ source, dependencies }) =>
        dependencies.map(({ resolved }) => arrow(moduleOf(source), moduleOf(resolved))),
      ),
  );
  return Object.entries(rules.modules)
    .flatMap(([from, others]) => others.map((to) => arrow(from, to)))
    .filter((one) => !used.has(one));
}

const moduleOf = (path: string) => /^src\/modules\/([^/]+)\//u.exec(path)?.[1];
const arrow = (from: string | undefined, to: string | undefined) => `${from} → ${to}`;

async function cruised(base: string, folders: string[]): Promise<ICruiseResult> {
  const tsConfig = extractTSConfig(`${ROOT}/tsconfig.json`);
  const answer = await cruise(
    folders,
    { ...rules.options, baseDir: base, validate: true, ruleSet: { forbidden: rules.forbidden } },
    { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
    { tsConfig },
  );
  return answer.output as ICruiseResult;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = await breaches(ROOT);
  for (const { rule, from, to } of found) console.error(`${rule}: ${from} → ${to}`);
  console.log(found.length === 0 ? 'import rules: kept' : `import rules: ${found.length} broken`);
  process.exit(found.length === 0 ? 0 : 1);
}
