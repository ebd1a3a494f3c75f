// The door of the anchors: writing them, holding the journal against them, and their key.
export type { Anchor } from './anchor.ts';
export { checkingKey, signingKey } from './anchor-file.ts';
export {
  type AnchorReport,
  checkAnchors,
  isOutOfSight,
  type Sight,
  takeSight,
  type Witness,
} from './check.ts';
export { type Anchoring, anchorNow } from './write.ts';
