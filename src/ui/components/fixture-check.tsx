// Test support: renders our component for each of govuk-frontend's own fixtures and compares the trees.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { Fragment, h, type JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { LangContext } from '../words/index.ts';
import type { Choice, Divider } from './choices.tsx';
import type { Attributes, Dressed, Said } from './piece.tsx';

/** Options of a fixture as the package writes them; loose, since a wrong reading shows as a different tree. */
export interface Options {
  text?: string | number;
  html?: string;
  classes?: string;
  attributes?: Attributes;
  [option: string]: unknown;
}

interface Fixture {
  name: string;
  options: Options;
  html: string;
}

const require = createRequire(import.meta.url);

function fixturesOf(component: string): Fixture[] {
  const path = require.resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`);
  return JSON.parse(readFileSync(path, 'utf8')).fixtures;
}

type Node = string | { tag: string; attributes: Record<string, string>; children: Node[] };

/** The tree a browser makes of it, in which attribute order, class order and white space between words do not count. */
export function treeOf(html: string): Node[] {
  const errors: string[] = [];
  const { childNodes } = parseFragment(html, { onParseError: ({ code }) => errors.push(code) });
  expect(errors, `slips in ${html}`).toEqual([]);
  return childNodes.flatMap(nodeOf);
}

function nodeOf(node: DefaultTreeAdapterTypes.ChildNode): Node[] {
  if ('value' in node) {
    const text = node.value.replace(/[ \t\r\n]+/gu, ' ').trim();
    return text ? [text] : [];
  }
  if (!('tagName' in node)) return [];
  const attributes = node.attrs
    .map(({ name, value }): [string, string] => [name, LISTS.has(name) ? inOrder(value) : value])
    .sort(([a], [b]) => a.localeCompare(b));
  return [
    {
      tag: node.tagName,
      attributes: Object.fromEntries(attributes),
      children: node.childNodes.flatMap(nodeOf),
    },
  ];
}

const LISTS = new Set(['class', 'aria-describedby']);
const inOrder = (value: string) => value.trim().split(/\s+/u).sort().join(' ');

/** Raw HTML of a fixture as content, without an element of its own around it. */
export function raw(html: string): JSX.Element {
  return h(Fragment, { tpl: [html], exprs: [] } as object);
}

/** A fixture's `{text}` or `{html}` as what our components take as words. */
export function said(options: Options | undefined): Said | undefined {
  if (!options) return undefined;
  return options.html ? raw(options.html) : options.text;
}

/** A fixture's `{text|html, classes, attributes}` as a dressed piece. */
export function piece(options: unknown): Dressed | undefined {
  if (typeof options !== 'object' || options === null) return undefined;
  const given = options as Options & { isPageHeading?: boolean };
  return {
    say: said(given),
    classes: given.classes,
    attributes: given.attributes,
    heading: given.isPageHeading,
  };
}

/** A member that may hold nested options. */
export function part(options: Options, name: string): Options | undefined {
  const value = options[name];
  return typeof value === 'object' && value !== null ? (value as Options) : undefined;
}

/** A member that is a list of options; falsy members of the list are dropped as the templates do. */
export function list(options: Options | undefined, name: string): Options[] {
  const value = options?.[name];
  return Array.isArray(value) ? value.filter(Boolean) : [];
}

/** The same list with its holes, which count in the ids. */
export function holed(options: Options, name: string): (Options | undefined)[] {
  const value = options[name];
  return Array.isArray(value) ? value.map((item) => item || undefined) : [];
}

/**
 * One test per fixture. `unsupported` names each fixture whose option we chose not to have, with the reason;
 * a name that is not in the package, or one that would pass, fails the run, so that the list cannot rot.
 * `before` rewrites our HTML where we knowingly add to it; say there why.
 */
export function checkFixtures<Given extends Options>(
  component: string,
  render: (options: Given) => JSX.Element | null,
  unsupported: Record<string, string> = {},
  before: (html: string) => string = (html) => html,
) {
  const fixtures = fixturesOf(component);
  const ours = (fixture: Fixture) =>
    treeOf(
      before(
        renderToString(
          <LangContext.Provider value="en">{render(fixture.options as Given)}</LangContext.Provider>,
        ),
      ),
    );
  describe(`${component} against govuk-frontend's fixtures`, () => {
    for (const fixture of fixtures.filter((f) => !(f.name in unsupported))) {
      test(fixture.name, () => expect(ours(fixture)).toEqual(treeOf(fixture.html)));
    }
    for (const [name, reason] of Object.entries(unsupported)) {
      test(`not supported: ${name} (${reason})`, () => {
        const fixture = fixtures.find((f) => f.name === name);
        expect(fixture, 'no such fixture').toBeDefined();
        expect(ours(fixture!)).not.toEqual(treeOf(fixture!.html));
      });
    }
  });
}

/** What every form control reads from a fixture in the same way. */
export function controlOf(o: Options) {
  const control = o as Options & { name: string; id?: string; describedBy?: string };
  const group = part(o, 'formGroup');
  return {
    name: control.name,
    id: control.id,
    describedBy: control.describedBy,
    label: piece(o.label) ?? { say: undefined },
    hint: piece(o.hint),
    error: piece(o.errorMessage),
    classes: o.classes,
    attributes: o.attributes,
    group: group && { classes: group.classes, attributes: group.attributes },
  };
}

/** A fixture's fieldset. */
export function fieldsetOf(o: Options) {
  const fieldset = part(o, 'fieldset') as (Options & { describedBy?: string }) | undefined;
  return (
    fieldset && {
      legend: piece(fieldset.legend),
      describedBy: fieldset.describedBy,
      classes: fieldset.classes,
      attributes: fieldset.attributes,
    }
  );
}

type ChoiceOptions = Options & {
  value: string | number;
  id?: string;
  name?: string;
  checked?: boolean;
  disabled?: boolean;
  divider?: string;
  behaviour?: 'exclusive';
};

/** A fixture's radios or checkboxes, the holes in their row kept. */
export function choicesOf(o: Options): (Choice | Divider | undefined)[] {
  return holed(o, 'items').map((given) => {
    if (!given) return undefined;
    const item = given as ChoiceOptions;
    if (item.divider) return { divider: item.divider };
    const label = part(item, 'label');
    const hint = piece(item.hint);
    const reveal = part(item, 'conditional')?.html;
    return {
      value: item.value,
      say: { say: said(item), classes: label?.classes, attributes: label?.attributes },
      id: item.id,
      name: item.name,
      hint: hint?.say === undefined ? undefined : hint,
      checked: item.checked,
      disabled: item.disabled,
      attributes: item.attributes,
      behaviour: item.behaviour,
      reveal: reveal ? raw(reveal) : undefined,
    };
  });
}
