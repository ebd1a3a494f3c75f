// A QR code drawn by the caller as SVG, with the words that say the same for whoever cannot scan.
import type { ComponentChildren } from 'preact';

export interface QrProps {
  /** Trusted `<svg>` text made by our own code, never from a person's input. */
  svg: string;
  /** What it leads to. */
  label: string;
  children?: ComponentChildren;
}

/** A QR with its caption. */
export function Qr({ svg, label, children }: QrProps) {
  const picture = { role: 'img', 'aria-label': label, dangerouslySetInnerHTML: { __html: svg } } as const;
  return (
    <figure class="mc-qr">
      <div class="mc-qr__picture" {...picture} />
      {children && <figcaption>{children}</figcaption>}
    </figure>
  );
}
