import { describe, expect, it } from 'vitest';
import { findKustomize } from './kustomize-program.ts';
import { renderOverlay } from './render-overlay.ts';

const NODE = { name: 'node', command: process.execPath, args: ['-p'], probe: ['--version'] };

describe('a program to render with', () => {
  it('is one that runs on this machine', async () => {
    const nowhere = { ...NODE, command: 'kuji-there-is-no-such-program' };
    const broken = { ...NODE, probe: ['-e', 'process.exit(1)'] };
    expect(await findKustomize([nowhere, broken, NODE])).toEqual([NODE]);
  });

  it('is asked for one folder, behind what is to stand before it', async () => {
    expect(await renderOverlay(NODE, '1 + 1')).toBe('2\n');
    expect(await renderOverlay({ ...NODE, command: '-p', args: [] }, '1 + 2', [process.execPath])).toBe('3\n');
  });

  it('is heard when it refuses', async () => {
    await expect(renderOverlay(NODE, 'throw new Error("no such overlay")')).rejects.toThrow('no such overlay');
  });
});
