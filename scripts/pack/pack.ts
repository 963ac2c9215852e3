import { join, resolve } from 'node:path';
import { generatePackages } from '../common/packages.js';
import { runScript } from '../common/script.js';
import { inTemporaryFolder } from '../common/temporary.js';
import { packAndCheck, packGenerator } from './check.js';

const USAGE = `Checks the generator and the built packages as npm would publish them: ours, and those of another spec without an add-on.

Usage: npm run pack:check
`;

/** A spec without an add-on. */
const SPEC = 'generator/test/fixtures/features/multipart.yaml';

await runScript(USAGE, {}, async () => {
  const others = await generatePackages(resolve('.cache/pack/packages'), '@acme', 'files', ['--spec', SPEC]);
  const folders = ['packages/chat-types', 'packages/chat-client', ...others];
  let isWell = true;
  await inTemporaryFolder('pack', async (destination) => {
    const checks = folders.map((folder) => () => packAndCheck(resolve(folder), destination));
    for (const check of [() => packGenerator(resolve('.'), join(destination, 'generator'), destination), ...checks]) {
      const { faults } = await check();
      for (const fault of faults) console.error(`  ${fault}`);
      isWell &&= faults.length === 0;
    }
  });
  return isWell;
});
