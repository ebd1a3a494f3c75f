// A sign-in under way, as the account site's pages see it: what is asked, whether it is done, its end.
import { setTimeout } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { errors, type Provider } from 'oidc-provider';
import type { Interactions } from '../sites/account/deps.ts';
import { kindFor, LEVEL } from './identity-provider.ts';
import { readCookies } from './sign-in-cookies.ts';

const LOOKS = 10;
const LOOK_MS = 100;

/** The provider as the account site's pages see it. */
export function interactionsOf(provider: Provider, urls: { portal: string; desk: string }): Interactions {
  async function details(req: FastifyRequest, reply: FastifyReply) {
    readCookies(req, (req.params as { uid?: string }).uid);
    try {
      return await provider.interactionDetails(req.raw, reply.raw);
    } catch (error) {
      if (error instanceof errors.SessionNotFound) return null;
      throw error;
    }
  }
  return {
    async find(req, reply) {
      const found = await details(req, reply);
      if (!found) return null;
      const { client_id: clientId, acr_values: levels } = found.params as {
        client_id?: string;
        acr_values?: string;
      };
      const kind = kindFor(clientId);
      return {
        uid: found.uid,
        kind,
        home: kind === 'official' ? urls.desk : urls.portal,
        tooHigh: Boolean(levels) && !levels?.split(' ').includes(LEVEL),
      };
    },
    async finished(req, reply) {
      // The other click may still be writing what it did.
      for (let look = 0; look < LOOKS; look++) {
        const found = await details(req, reply);
        if (!found) return null;
        if (found.result?.login) return found.returnTo;
        await setTimeout(LOOK_MS);
      }
      return null;
    },
    async finish(req, reply, account) {
      const found = await details(req, reply);
      if (!found) throw new errors.SessionNotFound('interaction ended');
      // Somebody else was signed in in this browser: that session ends here, instead of on a page of the engine's own.
      if (found.session && found.session.accountId !== account.id) {
        const old = found.session.uid ? await provider.Session.findByUid(found.session.uid) : undefined;
        await old?.destroy();
        delete found.session;
        await found.persist();
      }
      const login = { accountId: account.id, acr: LEVEL, amr: ['pwd', 'otp'], remember: false };
      return provider.interactionResult(req.raw, reply.raw, { login }, { mergeWithLastSubmission: false });
    },
  };
}
