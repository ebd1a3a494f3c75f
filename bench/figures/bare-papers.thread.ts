// Makes as many papers as it is told.
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { readResultTemplates, renderResult } from '../../src/modules/results/papers/index.ts';
import { sampleResult } from '../../src/modules/results/papers/sample-results.ts';

const templates = readResultTemplates(join(import.meta.dirname, '../../db/seeds/reference/result-templates'));
const template = templates.find(({ id }) => id === workerData);
if (!template) throw new Error(`no template ${workerData}`);
const data = sampleResult(template.id);

parentPort?.on('message', async (count: number) => {
  for (let at = 0; at < count; at += 1) await renderResult(template, data);
  parentPort?.postMessage('made');
});
