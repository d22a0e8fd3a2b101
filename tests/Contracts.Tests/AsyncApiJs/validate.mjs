// node validate.mjs DOCUMENT: the document must be valid to the official schema of AsyncAPI 3.0.0, and the examples of every message to the
// schema of its payload; an example without one of its required members must not be. Prints what is wrong; the exit code is 1 then.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Ajv from "ajv";
import addFormats from "ajv-formats";

const require = createRequire(import.meta.url);
const document = JSON.parse(readFileSync(process.argv[2], "utf8"));
const faults = [];

const specification = new Ajv({ strict: false, allErrors: true });
addFormats(specification);
const official = specification.compile(require("@asyncapi/specs/schemas/3.0.0-without-$id.json"));
if (!official(document)) {
  faults.push(...official.errors.slice(0, 20).map((error) => `document${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`));
}

const payloads = new Ajv({ strict: false, allErrors: true });
addFormats(payloads);
payloads.addSchema({ components: document.components }, "document");

const reference = (pointer) => ({ $ref: `document${pointer}` });
const resolve = (pointer) => pointer.split("/").slice(1).reduce((node, name) => node[name], document);
const messages = Object.entries(document.components.messages);
let examples = 0;
for (const [name, message] of messages) {
  const valid = payloads.compile(reference(message.payload.$ref));
  for (const example of message.examples) {
    examples++;
    if (!valid(example.payload)) {
      faults.push(...valid.errors.map((error) => `${name} ${example.name}${error.instancePath} ${error.message}`));
    }
    for (const member of resolve(message.payload.$ref).required) {
      const { [member]: left, ...rest } = example.payload;
      if (valid(rest)) {
        faults.push(`${name} ${example.name} is valid without ${member}`);
      }
    }
  }
}

// What travels as text inside a run is the record that its type names.
const run = document.components.messages.EventRun.examples[0].payload.message;
for (const event of run.events) {
  const valid = payloads.compile(reference(document.components.messages[event.type].payload.$ref));
  if (!valid(JSON.parse(event.data))) {
    faults.push(`EventRun: data is no ${event.type}`);
  }
}

console.log(faults.length > 0 ? faults.join("\n") : `${messages.length} messages valid, ${examples} examples`);
process.exitCode = faults.length > 0 ? 1 : 0;
