// The door to the compound pieces pages are made of.
export * from './confirmation-code.tsx';
export * from './copy-button.tsx';
export * from './countdown.tsx';
export * from './csrf-field.tsx';
export * from './desk-queue.tsx';
export * from './dossier-card.tsx';
export * from './empty-state.tsx';
export { AddressContext, Form, type FormProps } from './form.tsx';
export * from './one-time-code.tsx';
export * from './qr.tsx';
export * from './receipt.tsx';
export * from './search-box.tsx';
export * from './state-tag.tsx';
export * from './step-indicator.tsx';
export * from './timeline.tsx';
