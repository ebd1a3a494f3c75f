// The mark as a picture of its own, for the tabs of browsers and the screens of phones; where it and the manifest are found on the portal.
export const MARK_PATH = '/bieu-tuong.svg';
export const MANIFEST_PATH = '/manifest.webmanifest';

/** The door of the wordmark on white. */
export const MARK_SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 -8 48 48"><path fill="#fff" d="M-10-8h48v48h-48z"/><path fill="none" stroke="#1b1b1b" stroke-width="2.5" stroke-linejoin="round" d="M3 30.5V1.5h20.5v29M0 30.5h28"/><path fill="#a4161a" d="M3 1.5 15.5 6v26L3 30.5z"/><circle cx="12.2" cy="18.5" r="1.5" fill="#fff"/></svg>';
