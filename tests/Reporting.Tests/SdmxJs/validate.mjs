// node validate.mjs SCHEMA MESSAGE: the message must be valid to the official schema of SDMX-JSON data messages, and with a word that the
// schema does not know it must not be. Prints what is wrong; the exit code is 1 then.
import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2019.js";
import addFormats from "ajv-formats";

const [schema, message] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")));
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
const valid = ajv.compile(schema);

const faults = valid(message) ? [] : valid.errors.slice(0, 20).map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
if (valid({ ...message, unheardOf: 1 })) {
  faults.push("the schema takes anything");
}

console.log(faults.length > 0 ? faults.join("\n") : `${Object.keys(message.data.dataSets[0].observations).length} observations valid`);
process.exitCode = faults.length > 0 ? 1 : 0;
