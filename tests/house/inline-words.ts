// Finds what a source says to people by itself, instead of asking the words for it. The compiler's own tree is read, so comments,
// addresses, class names and codes are told from speech.
import ts from 'typescript';

const VIETNAMESE = /[đăâêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/iu;
const SPEECH = /\p{L}{2}/u;
/** Attributes of elements and of our components, and keys of what is handed to them, whose text people read or hear. */
const SPOKEN = new Set([
  ...['alt', 'aria-description', 'aria-label', 'aria-roledescription', 'placeholder', 'title'],
  ...['body', 'caption', 'heading', 'hint', 'label', 'landmark', 'legend', 'lead', 'say', 'says', 'text'],
]);
/** The label of an `<input type="submit">`; of any other control it is data. */
const PRESSED = new Set(['submit', 'button', 'reset']);

export interface Inline {
  readonly line: number;
  readonly says: string;
}

/** What a file says in its own letters, in order. @param path decides between plain TypeScript and JSX */
export function inlineWords(path: string, text: string): Inline[] {
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, text.normalize('NFC'), ts.ScriptTarget.Latest, true, kind);
  const found: Inline[] = [];
  const see = (node: ts.Node) => {
    const said = literal(node);
    if (said !== undefined && (VIETNAMESE.test(said) || (SPEECH.test(said) && isSpoken(node))))
      found.push({
        line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1,
        says: said.replace(/\s+/gu, ' ').trim(),
      });
    ts.forEachChild(node, see);
  };
  see(file);
  return found;
}

/** The letters of a literal, of a piece of a template or of a text between tags. */
function literal(node: ts.Node): string | undefined {
  if (ts.isJsxText(node)) return node.text.trim();
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) return node.text;
  return undefined;
}

/** Whether what a node evaluates to is shown or read out: walks up through whatever only chooses or joins. */
function isSpoken(node: ts.Node): boolean {
  // A key bears what is engraved on it, whatever language is read.
  if (ts.isJsxText(node)) return tagOf(node.parent) !== 'kbd';
  const { parent } = node;
  if (ts.isTemplateSpan(parent)) return isSpoken(parent.parent);
  if (ts.isTemplateExpression(parent) || ts.isParenthesizedExpression(parent)) return isSpoken(parent);
  if (ts.isConditionalExpression(parent)) return parent.condition !== node && isSpoken(parent);
  if (ts.isBinaryExpression(parent)) return joins(parent, node) && isSpoken(parent);
  if (ts.isJsxExpression(parent))
    return ts.isJsxAttribute(parent.parent) ? isSpokenAttribute(parent.parent) : true;
  if (ts.isJsxAttribute(parent)) return isSpokenAttribute(parent);
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node && SPOKEN.has(nameOf(parent.name));
  return false;
}

function joins({ operatorToken, left }: ts.BinaryExpression, node: ts.Node): boolean {
  switch (operatorToken.kind) {
    case ts.SyntaxKind.PlusToken:
      return true;
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.QuestionQuestionToken:
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return left !== node;
    default:
      return false;
  }
}

function isSpokenAttribute(attribute: ts.JsxAttribute): boolean {
  const name = attribute.name.getText();
  return SPOKEN.has(name) || (name === 'value' && PRESSED.has(typeOf(attribute)));
}

/** The `type` of the element an attribute belongs to. */
function typeOf({ parent }: ts.JsxAttribute): string {
  for (const one of parent.properties)
    if (ts.isJsxAttribute(one) && one.name.getText() === 'type' && one.initializer)
      return ts.isStringLiteral(one.initializer) ? one.initializer.text : '';
  return '';
}

/** The tag that a piece of JSX stands in directly. */
function tagOf(parent: ts.Node): string {
  return ts.isJsxElement(parent) ? parent.openingElement.tagName.getText() : '';
}

function nameOf(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : '';
}
