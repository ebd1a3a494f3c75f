// The program of the threads that hash passwords.
import { argon2Sync } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { afterPages } from '../../platform/after-pages.ts';
import type { HashOrder } from './password-hash.ts';

afterPages();
parentPort?.on('message', (order: HashOrder) => parentPort?.postMessage(argon2Sync('argon2id', order)));
