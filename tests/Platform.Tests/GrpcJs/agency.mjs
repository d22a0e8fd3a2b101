// Another agency's system as grpc-js sees the platform: a connection with a client certificate, a quota and what its refusal says.
//
//   node agency.mjs --address HOST:PORT --token TOKEN --ca FILE --cert FILE --key FILE --burst N
//
//   --token  a token of a client whose certificate this is, with employment.employers.read and a quota of N calls at once
//
// Prints one JSON line a check like client.mjs, and exits with 1 when one failed.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import grpc from '@grpc/grpc-js';
import protoLoader from '@grpc/proto-loader';
import { check, metadata, refusal, unary } from './platform.mjs';

const { values: options } = parseArgs({
  options: Object.fromEntries(['address', 'token', 'ca', 'cert', 'key', 'burst'].map((name) => [name, { type: 'string' }])),
});
const protos = fileURLToPath(new URL('../../../contracts/proto', import.meta.url));
const { EmployerService } = grpc.loadPackageDefinition(
  protoLoader.loadSync('ansinh/employment/v1/worker.proto', { keepCase: true, includeDirs: [protos] }),
).ansinh.employment.v1;
const [ca, cert, key] = ['ca', 'cert', 'key'].map((name) => readFileSync(options[name]));
const authorized = () => metadata({ authorization: `Bearer ${options.token}` });
const list = (client) => unary(client, 'ListEmployers', {}, authorized(), { deadline: Date.now() + 10_000 });

const checks = {
  'mutual TLS: with the certificate the burst is served, then RESOURCE_EXHAUSTED says how long to wait': async (open) => {
    const client = open(grpc.credentials.createSsl(ca, key, cert));
    for (let call = 0; call < Number(options.burst); call++) {
      await list(client);
    }
    const { code, reason, retryDelay, pushback } = await refusal(list(client));
    check(code === 'RESOURCE_EXHAUSTED' && reason === 'quota.exceeded', `${code} ${reason}`);
    check(retryDelay > 0 && String(Math.ceil(retryDelay * 1000)) === pushback, `RetryInfo ${retryDelay} s, pushback ${pushback} ms`);
    return `${retryDelay} s`;
  },
  'mutual TLS: without a certificate there is no connection': async (open) => {
    const { code } = await refusal(list(open(grpc.credentials.createSsl(ca))));
    check(code === 'UNAVAILABLE', code);
  },
};

let failed = 0;
const opened = [];
const open = (credentials) => opened[opened.push(new EmployerService(options.address, credentials)) - 1];
for (const [name, run] of Object.entries(checks)) {
  try {
    console.log(JSON.stringify({ name, ok: true, detail: (await run(open)) ?? '' }));
  } catch (error) {
    failed++;
    console.log(JSON.stringify({ name, ok: false, detail: String(error?.stack ?? error) }));
  }
}
opened.forEach((client) => client.close());
process.exit(failed === 0 ? 0 : 1);
