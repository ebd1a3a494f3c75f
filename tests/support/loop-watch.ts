// With LOOP_WATCH=on a test run says which routes held the event loop.
import { watchLoop } from '../../src/platform/http/loop-watch.ts';

if (process.env.LOOP_WATCH === 'on')
  watchLoop(({ route, ms }) => process.stderr.write(`held the event loop: ${route} ${ms} ms\n`));
