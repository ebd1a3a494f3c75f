// The limit of a page: `node:http` with nothing around it, sending the same head and the same bytes, in a process of its own.
import { createServer } from 'node:http';

export interface BarePage {
  readonly status: number;
  readonly headers: Record<string, string>;
  /** The body in base64. */
  readonly body: string;
}

process.on('message', ({ status, headers, body }: BarePage) => {
  const bytes = Buffer.from(body, 'base64');
  const server = createServer((_req, res) => {
    res.writeHead(status, headers);
    res.end(bytes);
  });
  // As the product's; the head names it.
  server.keepAliveTimeout = 72_000;
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as { port: number }).port));
});
process.on('disconnect', () => process.exit(0));
