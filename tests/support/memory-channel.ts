// A channel that keeps what it was handed: the smallest adapter there is.
import type { Channel, ChannelMessage } from '../../src/modules/notices/ports.ts';

/** A channel of this name that reaches people at what `addressOf` finds; an empty address reaches nobody. */
export function memoryChannel(
  name: string,
  form: Channel['form'],
  addressOf: (recipient: Parameters<Channel['addressOf']>[0]) => string,
): Channel & { readonly handed: ChannelMessage[] } {
  const handed: ChannelMessage[] = [];
  return {
    name,
    form,
    handed,
    addressOf: (recipient) => addressOf(recipient) || null,
    async send(message) {
      handed.push(message);
      return { kind: 'sent', carrierId: `${name}-${handed.length}` };
    },
  };
}
