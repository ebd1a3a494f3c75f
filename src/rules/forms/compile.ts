// A definition made ready once: fields in the order they are asked, conditions as functions, kinds looked up.
import type { Value } from './answers.ts';
import { type Condition, compileCondition, type Scope, type Test } from './condition.ts';
import type {
  ComputedField,
  Field,
  FormComponent,
  FormDefinition,
  Page,
  RepeatField,
  SimpleField,
  Warning,
} from './definition.ts';
import type { AnyField } from './field.ts';
import { type InputField, kindOf } from './kinds/index.ts';
import type { Kind } from './kinds/kind.ts';
import { eachMember } from './shapes.ts';

interface Conditions {
  readonly visible?: Test;
  readonly required?: Test;
}
export interface InputItem extends Conditions {
  readonly is: 'input';
  readonly field: InputField;
  readonly kind: Kind<AnyField, Value>;
  readonly page: Page;
  /** Conditions among the options of its kind, by their path: `minAge.unless`. */
  readonly tests: ReadonlyMap<string, Test>;
}
export interface ComputedItem extends Conditions {
  readonly is: 'computed';
  readonly field: ComputedField;
  readonly page: Page;
}
export interface RepeatItem extends Conditions {
  readonly is: 'repeat';
  readonly field: RepeatField;
  readonly page: Page;
  readonly children: readonly (InputItem | ComputedItem)[];
}
export type Item = InputItem | ComputedItem | RepeatItem;

export interface CompiledPage {
  readonly page: Page;
  readonly visible?: Test;
  readonly items: readonly Item[];
}
export interface CompiledForm {
  readonly definition: FormDefinition;
  readonly pages: readonly CompiledPage[];
  readonly warnings: readonly { readonly warning: Warning; readonly test: Test; readonly page: Page }[];
  readonly components: readonly {
    readonly component: FormComponent;
    readonly visible?: Test;
    readonly required?: Test;
  }[];
}

const compiled = new WeakMap<FormDefinition, CompiledForm>();

/**
 * The definition ready to run; worked out once for a definition object.
 * @throws Error when the definition is at fault: an unknown kind, a key twice, a condition on a field not yet asked
 */
export function compile(definition: FormDefinition): CompiledForm {
  let form = compiled.get(definition);
  if (!form) {
    form = build(definition);
    compiled.set(definition, form);
  }
  return form;
}

function build(definition: FormDefinition): CompiledForm {
  const items = new Map<string, Item>();
  const scope: Scope = (field) => (items.has(field) ? 'whole' : undefined);
  const pageIds = new Set<string>();
  const pages = definition.pages.map((page) => {
    if (pageIds.has(page.id)) throw new Error(`${definition.code}: page ${page.id} stands twice`);
    if (!definition.sections.some((section) => section.id === page.section)) {
      throw new Error(`${definition.code}: page ${page.id} names the unknown section ${page.section}`);
    }
    pageIds.add(page.id);
    const visible = optional(page.visibleWhen, scope);
    const built = page.fields.map((field) => {
      if (items.has(field.key)) throw new Error(`${definition.code}: field ${field.key} stands twice`);
      const item = buildItem(field, page, scope);
      items.set(field.key, item);
      return item;
    });
    return { page, visible, items: built };
  });
  const warnings = (definition.warnings ?? []).map((warning) => {
    const item = items.get(warning.field);
    if (!item) throw new Error(`warning ${warning.id} names no field of ${definition.code}`);
    return { warning, test: compileCondition(warning.when, scope), page: item.page };
  });
  const components = definition.components.map((component) => ({
    component,
    visible: optional(component.visibleWhen, scope),
    required: optional(component.requiredWhen, scope),
  }));
  return { definition, pages, warnings, components };
}

function buildItem(field: Field, page: Page, scope: Scope): Item {
  if (field.type !== 'repeat') return buildSimple(field, page, scope);
  const earlier = new Set<string>();
  const rowScope: Scope = (name) => (earlier.has(name) ? 'row' : scope(name));
  const children = field.fields.map((child) => {
    if (earlier.has(child.key)) throw new Error(`field ${field.key}[].${child.key} stands twice`);
    const item = buildSimple(child, page, rowScope);
    earlier.add(child.key);
    return item;
  });
  return { is: 'repeat', field, page, children, ...conditions(field, scope) };
}

function buildSimple(field: SimpleField, page: Page, scope: Scope): InputItem | ComputedItem {
  if (field.type === 'computed') return { is: 'computed', field, page, ...conditions(field, scope) };
  const kind = kindOf(field);
  const tests = new Map<string, Test>();
  eachMember(kind.options, field, (path, shape, value) => {
    if (shape === 'condition') tests.set(path, compileCondition(value as Condition, scope));
  });
  return { is: 'input', field, kind, page, tests, ...conditions(field, scope) };
}

function conditions(field: AnyField, scope: Scope): Conditions {
  return { visible: optional(field.visibleWhen, scope), required: optional(field.requiredWhen, scope) };
}

function optional(condition: Condition | undefined, scope: Scope): Test | undefined {
  return condition && compileCondition(condition, scope);
}
