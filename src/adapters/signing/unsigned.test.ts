// The signer that leaves papers as they are keeps the promises of one that signs.
import { describe } from 'vitest';
import { signerCases } from './cases.ts';
import { unsigned } from './unsigned.ts';

describe('no cryptographic signature yet', () => signerCases(() => unsigned));
