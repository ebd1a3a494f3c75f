// A form that is sent to the page it stands on. It names that address: left out, a browser takes its own with the `#…` somebody had
// followed there, and the answer opens at that place and not at its error summary.
import type { ComponentChildren } from 'preact';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** Path and query of the page being rendered; set by `<Page>`. */
export const AddressContext = createContext<string | undefined>(undefined);

export interface FormProps {
  method: 'post' | 'get';
  /** Id of the place where the answer opens; its beginning when absent. */
  opensAt?: string;
  children: ComponentChildren;
}

/**
 * Posts to the page's address with its query; a GET form brings a query of its own.
 * @throws Error outside of a page
 */
export function Form({ method, opensAt, children }: FormProps) {
  const address = useContext(AddressContext);
  if (address === undefined) throw new Error('a form without an address stands outside of a page');
  const action = method === 'get' ? address.split('?')[0] : address;
  return (
    <form method={method} action={`${action}${opensAt ? `#${opensAt}` : ''}`} novalidate>
      {children}
    </form>
  );
}
