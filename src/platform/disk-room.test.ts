// What a disk has left is known soon, cheaply, and without waiting for a disk that hangs.
import { expect, it } from 'vitest';
import { diskRoom, freeBytes } from './disk-room.ts';

it('knows the disk of a folder that is there, and of one that will be', async () => {
  expect(await diskRoom('/').free()).toBeGreaterThan(0);
  expect(await freeBytes('/khong-co/o-day')).toBeGreaterThan(0);
});

it('asks once for many who want to know at once', async () => {
  let asked = 0;
  const room = diskRoom('/', async () => ++asked);
  const told = await Promise.all(Array.from({ length: 100 }, () => room.free()));
  expect(new Set(told)).toEqual(new Set([1]));
  expect(await room.free()).toBe(1);
});

it('waits for no disk that hangs', async () => {
  const room = diskRoom('/', () => new Promise(() => {}));
  expect(await room.free()).toBeNull();
  expect(await room.free()).toBeNull();
});
