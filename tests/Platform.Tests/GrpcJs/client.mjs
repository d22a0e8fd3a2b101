// An independent gRPC client (npm's @grpc/grpc-js) that calls every kind of rpc of a running all-in-one: unary, server stream, client
// stream, both ways; health, reflection, metadata, deadlines, cancellation, compression, size limits and rich error details.
//
//   node client.mjs --address 127.0.0.1:PORT --token TOKEN [--web http://127.0.0.1:PORT] [--source employment] [--protos DIR]
//   node client.mjs --dry-run        only loads the protos, and says which checks there are
//
//   --address  host and port of the gRPC endpoint, without TLS; a leading http:// is dropped
//   --token    a token whose areas are "*" and that carries events.read, employment.workers.write, employment.placements.write,
//              employment.placements.read, employment.placements.import and reporting.areas.import
//   --web      address of the web endpoint; its health pages are checked when it is given
//   --source   source of the event feed (employment)
//   --protos   folder of the protos (contracts/proto of this repository)
//
// Prints one JSON line a check, {"name", "ok", "detail", "ms"}, and exits with 1 when one failed, 2 for wrong arguments. It may be run any
// number of times against the same data: what it records is new each time.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openPlatform } from './platform.mjs';
import { callChecks } from './checks/calls.mjs';
import { infrastructureChecks } from './checks/infrastructure.mjs';
import { streamChecks } from './checks/streams.mjs';

const { values: options } = parseArgs({
  options: {
    address: { type: 'string' },
    token: { type: 'string' },
    web: { type: 'string' },
    source: { type: 'string', default: 'employment' },
    protos: { type: 'string', default: fileURLToPath(new URL('../../../contracts/proto', import.meta.url)) },
    'dry-run': { type: 'boolean', default: false },
  },
});
if (!options['dry-run'] && !(options.address && options.token)) {
  console.error('usage: node client.mjs --address HOST:PORT --token TOKEN [--web URL]');
  process.exit(2);
}

// Later checks use what earlier ones recorded, so they run in this order.
const checks = [...infrastructureChecks, ...callChecks, ...streamChecks];
const platform = openPlatform({
  address: (options.address ?? '127.0.0.1:1').replace(/^https?:\/\//, '').replace(/\/$/, ''),
  token: options.token ?? '',
  web: options.web,
  source: options.source,
  protos: options.protos,
});
let failed = 0;
for (const check of checks) {
  const started = performance.now();
  let outcome;
  try {
    outcome = { ok: true, detail: options['dry-run'] ? 'not run' : await check.run(platform) ?? '' };
  } catch (error) {
    failed++;
    outcome = { ok: false, detail: String(error?.stack ?? error) };
  }
  console.log(JSON.stringify({ name: check.name, ...outcome, ms: Math.round(performance.now() - started) }));
}
platform.close();
process.exit(failed === 0 ? 0 : 1);
