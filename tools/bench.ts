import { cpus } from 'node:os';
import type { Circumstances, Figure } from './bench/figure.ts';
import { figuresTable } from './bench/figures-table.ts';
import { measureEmbedded } from './bench/measure-embedded.ts';
import { measureExplain } from './bench/measure-explain.ts';
import { measureExplore } from './bench/measure-explore.ts';
import { measureFirstPage } from './bench/measure-first-page.ts';
import { measureInput } from './bench/measure-input.ts';
import { measureProxy } from './bench/measure-proxy.ts';
import { measureSlice } from './bench/measure-slice.ts';
import { measureWindows } from './bench/measure-windows.ts';

/*
 * npm run bench [-- --json]
 *
 * Measures, one after the other, and reports; a figure over its limit is no failure. Other programs at work on the machine are:
 * trust ratios before milliseconds.
 */

const figures: Figure[] = [];
for (const measure of [
  measureSlice,
  measureWindows,
  measureProxy,
  measureEmbedded,
  measureExplore,
  measureExplain,
  measureFirstPage,
  measureInput,
])
  figures.push(...(await measure()));
const [cpu] = cpus();
const where: Circumstances = {
  date: new Date().toISOString().slice(0, 10),
  node: process.versions.node,
  cpu: cpu?.model.trim() ?? 'unknown',
  cores: cpus().length,
};
const isJson = process.argv.includes('--json');
process.stdout.write(
  isJson ? `${JSON.stringify({ ...where, figures }, undefined, 2)}\n` : `${figuresTable(figures, where)}\n`,
);
