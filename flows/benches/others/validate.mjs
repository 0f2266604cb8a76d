// Reads and validates Flow JSON with `ajv`, pass by pass, for a paired benchmark.
//
// Arguments: the folder where ajv is installed, a file with the schema of each version, then the Flow JSON files. For
// each line of the standard input one pass over all files is made; the answer is a line: nanoseconds, files refused.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const [installed, schemas, ...files] = process.argv.slice(2);
const { default: Ajv } = createRequire(`${installed}/`)('ajv/dist/2020');
const validators = new Map(
  Object.entries(JSON.parse(readFileSync(schemas, 'utf8'))).map(([version, schema]) => [
    version,
    new Ajv({ allErrors: true, strict: false }).compile(schema),
  ]),
);
const texts = files.map((file) => readFileSync(file, 'utf8'));

for await (const _ of createInterface({ input: process.stdin })) {
  let refused = 0;
  const start = process.hrtime.bigint();
  for (const text of texts) {
    const flow = JSON.parse(text);
    refused += validators.get(flow.version)(flow) ? 0 : 1;
  }
  console.log(`${process.hrtime.bigint() - start} ${refused}`);
}
