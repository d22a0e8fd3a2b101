// The platform as this client sees it: stubs from the protos, calls as promises, refusals with their details.
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import grpc from '@grpc/grpc-js';
import protoLoader from '@grpc/proto-loader';

const FILES = [
  'ansinh/employment/v1/placement.proto',
  'ansinh/employment/v1/worker.proto',
  'ansinh/events/v1/event_feed.proto',
  'ansinh/reporting/v1/areas.proto',
  'grpc/health/v1/health.proto',
  'grpc/reflection/v1/reflection.proto',
];
const CALL_TIMEOUT_MS = 20_000;
const loading = { keepCase: true, longs: String, enums: String, defaults: true, oneofs: true };

/** Loads the protos and opens a channel; nothing is sent yet. */
export function openPlatform({ address, token, web, source, protos }) {
  const packages = grpc.loadPackageDefinition(protoLoader.loadSync(FILES, { ...loading, includeDirs: [protos] }));
  const { employment, events, reporting } = packages.ansinh;
  const stubs = {
    placements: employment.v1.PlacementService,
    workers: employment.v1.WorkerService,
    feed: events.v1.EventFeed,
    areas: reporting.v1.AreaService,
    health: packages.grpc.health.v1.Health,
    reflection: packages.grpc.reflection.v1.ServerReflection,
  };
  const clients = {};
  for (const [name, Stub] of Object.entries(stubs)) {
    clients[name] = new Stub(address, grpc.credentials.createInsecure());
  }
  const compressed = new stubs.placements(address, grpc.credentials.createInsecure(), {
    'grpc.default_compression_algorithm': grpc.compressionAlgorithms.gzip,
  });
  return {
    ...clients,
    compressed,
    web,
    source,
    recorded: {},
    authorized: () => metadata({ authorization: `Bearer ${token}` }),
    close: () => [...Object.values(clients), compressed].forEach((client) => client.close()),
  };
}

export const newId = () => randomUUID();

/** Letters only, so that a name made of them is a name. */
export const newWord = () => Array.from({ length: 8 }, () => String.fromCharCode(97 + Math.floor(Math.random() * 26))).join('');

export function metadata(entries = {}) {
  const made = new grpc.Metadata();
  Object.entries(entries).forEach(([key, value]) => made.set(key, value));
  return made;
}

/** Calls a unary rpc. Resolves to the answer, the headers and the trailers; rejects with the error of gRPC. */
export function unary(client, method, request, meta = metadata(), options = {}) {
  return new Promise((resolve, reject) => {
    const answer = {};
    const call = client[method](request, meta, { deadline: Date.now() + CALL_TIMEOUT_MS, ...options }, (error, response) => {
      answer.response = response;
      if (error) {
        reject(error);
      }
    });
    call.on('metadata', (headers) => (answer.headers = headers));
    call.on('status', (status) => status.code === grpc.status.OK && resolve({ ...answer, trailers: status.metadata }));
  });
}

/** Opens a stream of answers; give requests for a stream both ways. Yields answers; throws the error of gRPC. */
export function stream(client, method, request, meta = metadata(), { requests, ...options } = {}) {
  const timed = { deadline: Date.now() + CALL_TIMEOUT_MS, ...options };
  const call = requests ? client[method](meta, timed) : client[method](request, meta, timed);
  call.on('error', () => {}); // Whoever iterates gets it; a check that fails before must not end the process.
  requests?.forEach((message) => call.write(message));
  if (requests) {
    call.end();
  }
  return call;
}

/** Sends a stream of requests and waits for the one answer. */
export function send(client, method, requests, meta = metadata()) {
  return new Promise((resolve, reject) => {
    const call = client[method](meta, { deadline: Date.now() + CALL_TIMEOUT_MS }, (error, response) => (error ? reject(error) : resolve(response)));
    requests.forEach((message) => call.write(message));
    call.end();
  });
}

/** Waits for a call to be refused; resolves to the code's name and the details. */
export async function refusal(call) {
  try {
    await call;
  } catch (error) {
    if (typeof error.code !== 'number') {
      throw error;
    }
    return { code: grpc.status[error.code], message: error.details, ...detailsOf(error) };
  }
  throw new Error('the call was answered, but should have been refused');
}

export function check(condition, what) {
  if (!condition) {
    throw new Error(what);
  }
}

const details = protoLoader.loadSync('error_details.proto', { ...loading, includeDirs: [fileURLToPath(new URL('protos', import.meta.url))] });

function detailsOf(error) {
  const [bytes] = error.metadata?.get('grpc-status-details-bin') ?? [];
  if (!bytes) {
    return { fields: [] };
  }
  const status = details['google.rpc.Status'].deserialize(bytes);
  const find = (name) => {
    const packed = status.details.find((detail) => detail.type_url.endsWith(`/${name}`));
    return packed && details[name].deserialize(packed.value);
  };
  const delay = find('google.rpc.RetryInfo')?.retry_delay;
  return {
    reason: find('google.rpc.ErrorInfo')?.reason,
    fields: find('google.rpc.BadRequest')?.field_violations ?? [],
    retryDelay: delay && Number(delay.seconds) + delay.nanos / 1e9,
    pushback: error.metadata.get('grpc-retry-pushback-ms')[0],
  };
}
