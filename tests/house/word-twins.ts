// Two sets of words held side by side: the same keys, the same things told in each sentence, nothing empty, nothing left untranslated.
import ts from 'typescript';

const VIETNAMESE = /[đăâêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/iu;
/** Names of this country's things stand in quotes; pages mark them for screen readers. */
const QUOTED = /“[^”]*”/gu;

/** Sets of words by their names in a module; `vi` and `en` are each other's twin. */
export type Sets = Readonly<Record<string, unknown>>;

interface Exempt {
  /** May be empty: an ending one language does not need. */
  readonly empty: readonly string[];
  /** The same in both languages: names. */
  readonly same: readonly string[];
}

/** What is wrong between two modules of words, as `key: fault`. */
export function twinFaults(vi: Sets, en: Sets, exempt: Exempt = EXEMPT): string[] {
  const [ours, theirs] = [leavesOf(vi), leavesOf(en)];
  const missing = [...ours.keys()].filter((key) => !theirs.has(key)).map((key) => `${key}: not in English`);
  const extra = [...theirs.keys()].filter((key) => !ours.has(key)).map((key) => `${key}: not in Vietnamese`);
  const unequal = [...ours].flatMap(([key, one]) => {
    const other = theirs.get(key);
    return theirs.has(key) ? faultsOf(one, other, exempt).map((fault) => `${key}: ${fault}`) : [];
  });
  return [...missing, ...extra, ...unequal];
}

/** Everything that is said, by its path. */
function leavesOf(sets: Sets): Map<string, unknown> {
  const leaves = new Map<string, unknown>();
  const walk = (value: unknown, path: string) => {
    if (typeof value !== 'object' || value === null) leaves.set(path, value);
    else for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`);
  };
  for (const [name, value] of Object.entries(sets)) walk(value, name === 'en' ? 'vi' : name);
  return leaves;
}

function faultsOf(vi: unknown, en: unknown, exempt: Exempt): string[] {
  if (typeof vi !== typeof en) return [`a ${typeof vi} here, a ${typeof en} there`];
  if (typeof vi === 'string') return textFaults(vi, String(en), exempt);
  if (typeof vi === 'function') return sentenceFaults(readSentence(vi), readSentence(en as Said), exempt);
  return [];
}

function textFaults(vi: string, en: string, exempt: Exempt): string[] {
  const empty = [vi, en].some((text) => text.trim() === '') && !exempt.empty.includes(`${vi}|${en}`);
  return [...(empty ? ['empty'] : []), ...untranslated(vi, en, exempt)];
}

function untranslated(vi: string, en: string, { same }: Exempt): string[] {
  if (/\p{L}{2}/u.test(vi) && vi === en && !same.includes(vi)) return [`“${en}” in both`];
  const left = same.reduce((text, name) => text.replaceAll(name, ''), en.replace(QUOTED, ''));
  return VIETNAMESE.test(left) ? [`Vietnamese in English: “${en}”`] : [];
}

// biome-ignore lint/complexity/noBannedTypes: any sentence, whatever it is told.
type Said = Function;

interface Sentence {
  /** What of what it is told is used: `0`, `1.name` … */
  readonly used: readonly string[];
  /** Its own letters, in order. */
  readonly letters: string;
}

function sentenceFaults(vi: Sentence, en: Sentence, exempt: Exempt): string[] {
  const dropped = vi.used.filter((one) => !en.used.includes(one)).map((one) => `English leaves out ${one}`);
  const added = en.used.filter((one) => !vi.used.includes(one)).map((one) => `Vietnamese leaves out ${one}`);
  return [...dropped, ...added, ...untranslated(vi.letters, en.letters, exempt)];
}

/** Reads a sentence's source: which of its parameters, or parts of them, its body uses, and its letters. */
function readSentence(said: Said): Sentence {
  const file = ts.createSourceFile('sentence.ts', `(${said.toString()})`, ts.ScriptTarget.Latest, true);
  const [statement] = file.statements;
  let expression = statement && ts.isExpressionStatement(statement) ? statement.expression : undefined;
  while (expression && ts.isParenthesizedExpression(expression)) expression = expression.expression;
  if (!expression || !(ts.isArrowFunction(expression) || ts.isFunctionExpression(expression)))
    return { used: [], letters: said.toString() };
  // What a question is called in a sentence, and its official label, are the same question.
  const names = new Map(
    expression.parameters
      .flatMap((one, at) => namesIn(one.name, String(at)))
      .map(([name, path]) => [name, path.replace(/\.label$/u, '.name')]),
  );
  const used = new Set<string>();
  let letters = '';
  const see = (node: ts.Node) => {
    if (ts.isIdentifier(node)) for (const path of pathsOf(node, names)) used.add(path);
    if (ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node)) letters += ` ${node.text}`;
    ts.forEachChild(node, see);
  };
  see(expression.body);
  return { used: [...used].sort(), letters: letters.replace(/\s+/gu, ' ').trim() };
}

function namesIn(name: ts.BindingName, path: string): [name: string, path: string][] {
  if (ts.isIdentifier(name)) return [[name.text, path]];
  return name.elements.flatMap((one) =>
    ts.isBindingElement(one) ? namesIn(one.name, `${path}.${(one.propertyName ?? one.name).getText()}`) : [],
  );
}

/** A parameter's name where it is read; not the name of a property that is called the same. */
function pathsOf(node: ts.Identifier, names: ReadonlyMap<string, string>): string[] {
  const path = names.get(node.text);
  const isProperty =
    (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) ||
    (ts.isPropertyAssignment(node.parent) && node.parent.name === node);
  return path === undefined || isProperty ? [] : [path];
}

export const EXEMPT: Exempt = {
  // English says “Page 3” where Vietnamese says “Trang 3” and no more.
  empty: ['| page'],
  same: ['Một Cửa', 'Tiếng Việt', 'English', 'Email', 'dd/mm/yyyy', 'NĐ-CP'],
};
