// Unary calls: the path of one placement, what is refused and how, metadata, deadlines, compression, size.
import { check, metadata, newId, newWord, refusal, unary } from '../platform.mjs';

export const COMMUNE = '18073'; // Phường Thành Sen, from 2025-07-01
export const START = { year: 2025, month: 8, day: 4 };
export const newWorker = () => ({ full_name: `Người Thử ${newWord()}`, birth_date: { year: 1990, month: 5, day: 2 }, area_code: COMMUNE });

const placement = (more = {}) => ({ channel: 'CHANNEL_DOMESTIC', start_date: START, area_code: COMMUNE, ...more });

export const callChecks = [
  {
    name: 'identity: without a token UNAUTHENTICATED token.missing, in the details',
    async run({ workers }) {
      const { code, reason } = await refusal(unary(workers, 'RegisterWorker', { worker: newWorker(), request_id: newId() }));
      check(code === 'UNAUTHENTICATED' && reason === 'token.missing', `${code} ${reason}`);
    },
  },
  {
    name: 'identity: with a broken token UNAUTHENTICATED token.invalid',
    async run({ workers }) {
      const broken = metadata({ authorization: 'Bearer not.a.token' });
      const { code, reason } = await refusal(unary(workers, 'RegisterWorker', { worker: newWorker(), request_id: newId() }, broken));
      check(code === 'UNAUTHENTICATED' && reason === 'token.invalid', `${code} ${reason}`);
    },
  },
  {
    name: 'unary: registers a worker; the same request again gets the same answer',
    async run({ workers, authorized, recorded }) {
      const request = { worker: newWorker(), request_id: newId() };
      const { response } = await unary(workers, 'RegisterWorker', request, authorized());
      const again = await unary(workers, 'RegisterWorker', request, authorized());
      check(/^workers\/[0-9a-f-]{36}$/.test(response.name), response.name);
      check(again.response.name === response.name, 'the second answer names another worker');
      recorded.worker = response.name;
      return response.name;
    },
  },
  {
    name: 'unary: records a placement and gets it back',
    async run({ placements, authorized, recorded }) {
      const request = { placement: placement({ worker: recorded.worker }), request_id: newId() };
      const { response } = await unary(placements, 'RecordPlacement', request, authorized());
      const read = await unary(placements, 'GetPlacement', { name: response.name }, authorized());
      check(read.response.worker === recorded.worker, `worker ${read.response.worker}`);
      check(read.response.state === 'PLACEMENT_STATE_RECORDED', read.response.state);
      check(read.response.start_date.day === START.day, JSON.stringify(read.response.start_date));
      recorded.placement = response.name;
      return response.name;
    },
  },
  {
    name: 'errors: a bad field is INVALID_ARGUMENT and named in BadRequest, in Vietnamese',
    async run({ placements, authorized, recorded }) {
      const request = { placement: placement({ worker: recorded.worker, start_date: { year: 2999, month: 1, day: 1 } }), request_id: newId() };
      const { code, reason, fields, message } = await refusal(unary(placements, 'RecordPlacement', request, authorized()));
      check(code === 'INVALID_ARGUMENT', `${code} ${message}`);
      check(fields.some((field) => field.field === 'placement.start_date'), JSON.stringify(fields));
      check(/[à-ỹ]/i.test(fields[0].description + message), `not Vietnamese: ${message}`);
      return reason;
    },
  },
  {
    name: 'errors: an unknown record is NOT_FOUND placement.not_found',
    async run({ placements, authorized }) {
      const { code, reason } = await refusal(unary(placements, 'GetPlacement', { name: `placements/${newId()}` }, authorized()));
      check(code === 'NOT_FOUND' && reason === 'placement.not_found', `${code} ${reason}`);
    },
  },
  {
    name: 'metadata: text and binary headers are taken, headers come back before the answer',
    async run({ placements, authorized, recorded }) {
      const meta = authorized();
      meta.set('traceparent', '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01');
      meta.set('x-note', 'text');
      meta.set('x-note-bin', Buffer.from([0, 255, 10, 13]));
      const { headers, trailers } = await unary(placements, 'GetPlacement', { name: recorded.placement }, meta);
      check(headers && Object.keys(headers.getMap()).length > 0, 'no headers came back');
      check(trailers, 'no trailers came back');
      return Object.keys(headers.getMap()).join(' ');
    },
  },
  {
    name: 'deadline: one that has passed is DEADLINE_EXCEEDED',
    async run({ placements, authorized, recorded }) {
      const late = { deadline: Date.now() - 1 };
      const { code } = await refusal(unary(placements, 'GetPlacement', { name: recorded.placement }, authorized(), late));
      check(code === 'DEADLINE_EXCEEDED', code);
    },
  },
  {
    name: 'compression: a gzip request is read',
    async run({ compressed, authorized, recorded }) {
      const { response } = await unary(compressed, 'GetPlacement', { name: recorded.placement }, authorized());
      check(response.name === recorded.placement, response.name);
    },
  },
  {
    name: 'size: a message above the limit is RESOURCE_EXHAUSTED',
    async run({ placements, authorized }) {
      const { code } = await refusal(unary(placements, 'GetPlacement', { name: 'x'.repeat(5 * 1024 * 1024) }, authorized()));
      check(code === 'RESOURCE_EXHAUSTED', code);
    },
  },
];
