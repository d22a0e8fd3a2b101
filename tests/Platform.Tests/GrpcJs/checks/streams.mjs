// Streams of both directions over the platform's own services.
import { check, refusal, send, stream } from '../platform.mjs';
import { COMMUNE, START, newWorker } from './calls.mjs';

const AREA = { level: 'AREA_LEVEL_COMMUNE', type: 'Xã', parent_code: '42', valid_from: { year: 2025, month: 7, day: 1 } };

export const streamChecks = [
  {
    name: 'server stream: the feed sends the placement recorded before, in order, then the client cancels',
    async run({ feed, source, authorized, recorded }) {
      const subject = recorded.placement.split('/')[1];
      const call = stream(feed, 'Subscribe', { source, after_sequence: 0 }, authorized());
      let last = 0;
      let found = false;
      const { code } = await refusal((async () => {
        for await (const { events } of call) {
          for (const event of events) {
            check(Number(event.sequence) === last + 1, `sequence ${event.sequence} after ${last}`);
            last++;
            found ||= event.subject === subject && event.type === 'ansinh.employment.v1.PlacementRecorded';
          }
          if (found) {
            call.cancel();
          }
        }
      })());
      check(found && code === 'CANCELLED', `found: ${found}, ended with ${code}`);
      return `${last} events`;
    },
  },
  {
    name: 'server stream: a deadline ends it with DEADLINE_EXCEEDED',
    async run({ feed, source, authorized }) {
      const call = stream(feed, 'Subscribe', { source, after_sequence: '4611686018427387904' }, authorized(), { deadline: Date.now() + 500 });
      const { code } = await refusal((async () => {
        for await (const run of call) {
          check(run.events.length === 0, 'events after the end of the log');
        }
      })());
      check(code === 'DEADLINE_EXCEEDED', code);
    },
  },
  {
    name: 'client stream: a dry run of areas over two messages counts them and refuses none',
    async run({ areas, authorized }) {
      const { summary, refused } = await send(areas, 'ImportAreas', [
        { first_line: 2, areas: [{ ...AREA, code: '99801', display_name: 'Xã Thử Một' }], dry_run: true },
        { first_line: 3, areas: [{ ...AREA, code: '99802', display_name: 'Xã Thử Hai' }], dry_run: true },
      ], authorized());
      check(summary.received === '2' && summary.dry_run && refused.length === 0, JSON.stringify({ summary, refused }));
    },
  },
  {
    name: 'client stream: a bad area is refused by its line',
    async run({ areas, authorized }) {
      const bad = { ...AREA, code: '12', display_name: 'Xã Thử Sai' };
      const { summary, refused } = await send(areas, 'ImportAreas', [{ first_line: 7, areas: [bad], dry_run: true }], authorized());
      check(summary.refused === '1' && refused[0]?.line === '7', JSON.stringify({ summary, refused }));
      return refused[0].violations.map((violation) => violation.reason).join(' ');
    },
  },
  {
    name: 'both ways: good and bad rows of an import are answered one by one; the same rows again change nothing',
    async run({ placements, authorized }) {
      const row = (line, start_date) => ({
        line, worker: newWorker(), placement: { channel: 'CHANNEL_DOMESTIC', start_date, area_code: COMMUNE },
      });
      const rows = [row(2, START), row(3, { year: 2999, month: 1, day: 1 }), row(4, START)];
      const first = await importRows(placements, authorized(), rows);
      check(first.outcomes === '2 RECORDED, 3 REFUSED, 4 RECORDED', first.outcomes);
      check(first.summary.received === '3' && first.summary.recorded === '2' && first.summary.refused === '1', JSON.stringify(first.summary));
      check(first.results[1].violations[0].field.length > 0, 'a refused row without a field');

      const second = await importRows(placements, authorized(), rows);
      check(second.outcomes === '2 ALREADY_PRESENT, 3 REFUSED, 4 ALREADY_PRESENT', second.outcomes);
      check(second.summary.recorded === '0', JSON.stringify(second.summary));
      return first.results[1].violations[0].reason;
    },
  },
  {
    name: 'both ways: rows before the options are INVALID_ARGUMENT import.options_missing',
    async run({ placements, authorized }) {
      const { code, reason } = await refusal((async () => {
        const requests = [{ rows: { rows: [] } }];
        for await (const _ of stream(placements, 'ImportPlacements', null, authorized(), { requests }));
      })());
      check(code === 'INVALID_ARGUMENT' && reason === 'import.options_missing', `${code} ${reason}`);
    },
  },
];

async function importRows(placements, meta, rows) {
  const requests = [{ options: { mode: 'IMPORT_MODE_KEEP_GOOD', file_name: 'grpc-js.csv' } }, { rows: { rows } }];
  const results = [];
  let summary;
  for await (const answer of stream(placements, 'ImportPlacements', null, meta, { requests })) {
    results.push(...answer.results);
    summary = answer.summary ?? summary;
  }
  return { results, summary, outcomes: results.map((result) => `${result.line} ${result.outcome.replace('IMPORT_OUTCOME_', '')}`).join(', ') };
}
