// Health, reflection and the web endpoint: what probes and tools ask without a token.
import { check, refusal, stream, unary } from '../platform.mjs';

const SERVICES = ['ansinh.employment.v1.PlacementService', 'ansinh.events.v1.EventFeed', 'ansinh.reporting.v1.AreaService', 'grpc.health.v1.Health'];

export const infrastructureChecks = [
  {
    name: 'health: the process and a service are serving',
    async run({ health }) {
      for (const service of ['', SERVICES[0]]) {
        const { response } = await unary(health, 'Check', { service });
        check(response.status === 'SERVING', `"${service}" is ${response.status}`);
      }
    },
  },
  {
    name: 'health: an unknown service is NOT_FOUND',
    async run({ health }) {
      const { code } = await refusal(unary(health, 'Check', { service: 'ansinh.nothing.v1.Nothing' }));
      check(code === 'NOT_FOUND', code);
    },
  },
  {
    name: 'health: watching answers at once, and ends when it is cancelled',
    async run({ health }) {
      const call = stream(health, 'Watch', { service: '' });
      const { code } = await refusal((async () => {
        for await (const { status } of call) {
          check(status === 'SERVING', status);
          call.cancel();
        }
      })());
      check(code === 'CANCELLED', code);
    },
  },
  {
    name: 'reflection: lists the services and hands out a file, both ways on one stream',
    async run({ reflection }) {
      const requests = [{ list_services: '*' }, { file_containing_symbol: SERVICES[0] }];
      const answers = [];
      for await (const answer of stream(reflection, 'ServerReflectionInfo', null, undefined, { requests })) {
        answers.push(answer);
      }
      check(answers.length === 2, `${answers.length} answers to 2 questions`);
      const listed = answers[0].list_services_response.service.map((service) => service.name);
      check(SERVICES.every((service) => listed.includes(service)), `listed: ${listed}`);
      check(answers[1].file_descriptor_response.file_descriptor_proto.length > 0, 'no file for a symbol');
      return `${listed.length} services`;
    },
  },
  {
    name: 'web: live and ready',
    async run({ web }) {
      if (!web) {
        return 'no --web given';
      }
      for (const page of ['live', 'ready']) {
        const answer = await fetch(new URL(`/healthz/${page}`, web));
        check(answer.status === 200, `${page} answered ${answer.status}`);
      }
    },
  },
];
