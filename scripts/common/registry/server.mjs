// A registry on loopback that only contains what is published to it: `node server.mjs FOLDER`. Prints its URL.
import { runServer } from 'verdaccio';

const [folder] = process.argv.slice(2);
const server = await runServer({
  storage: `${folder}/storage`,
  configPath: `${folder}/config.yaml`,
  web: { enable: false },
  packages: { '**': { access: '$all', publish: '$all' } },
  log: { type: 'stdout', level: 'warn' },
});
server.listen(0, '127.0.0.1', () => console.log(`listening on http://127.0.0.1:${server.address().port}/`));
