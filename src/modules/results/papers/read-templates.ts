// Reads the templates that ship with the program, for the set-up that loads them into the database.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseResultTemplate, type ResultTemplate } from './template.ts';

/**
 * Every `*.json` of a folder as a checked template, by file name.
 * @throws Error for a faulty template or two of one id and version
 */
export function readResultTemplates(folder: string): ResultTemplate[] {
  const seen = new Set<string>();
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const template = parseResultTemplate(JSON.parse(readFileSync(join(folder, file), 'utf8')));
      const key = `${template.id}@${template.version}`;
      if (seen.has(key)) throw new Error(`result template ${key} stands twice`);
      seen.add(key);
      return template;
    });
}

/** The template of a procedure: its own newest, else the general one. @throws Error when there is neither */
export function templateFor(templates: readonly ResultTemplate[], procedureCode: string): ResultTemplate {
  const newest = [...templates].sort((a, b) => b.version - a.version);
  const found =
    newest.find((one) => one.procedures.includes(procedureCode)) ??
    newest.find((one) => one.procedures.length === 0);
  if (!found) throw new Error('there is no general result template');
  return found;
}
