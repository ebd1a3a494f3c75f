// Starts the sandbox on the loopback address. Never started in production mode.
import { resolve } from 'node:path';
import { buildSandbox } from './server.ts';

const env = process.env;
const portalPort = Number(env.PORT ?? 3000);
const host = env.HOST ?? '127.0.0.1';
const origin = (port: number) => `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;

const app = await buildSandbox({
  varDir: resolve(env.MOTCUA_VAR ?? 'var'),
  portalUrl: env.PORTAL_URL ?? origin(portalPort),
  accountUrl: env.ACCOUNT_URL ?? origin(portalPort + 1),
  deskUrl: env.DESK_URL ?? origin(portalPort + 2),
  bankSecret: env.BANK_WEBHOOK_SECRET ?? 'sandbox-bank-secret',
});

const leave = () => app.close().then(() => process.exit(0));
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, leave);
process.once('disconnect', leave);

await app.listen({ port: Number(env.SANDBOX_PORT ?? portalPort + 3), host });
process.send?.('ready');
