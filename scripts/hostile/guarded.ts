import { type ChildProcess, fork } from 'node:child_process';
import { resolve } from 'node:path';

const guard = resolve('scripts/hostile/guard.mjs');
const commands = resolve('generator/test/cli/warm.mjs');
/** Milliseconds after which an idle run is killed. */
const LONGEST_WAIT = 60_000;
/** Maximum number of commands per process, so that memory does not add up. */
const MOST_RUNS = 40;

/** The result of one run of the command line, and its resource usage. */
export interface GuardedRun {
  readonly code: number | null;
  readonly stderr: string;
  readonly sockets: number;
  readonly processorSeconds: number;
  /** The peak memory of the process. */
  readonly megabytes: number;
}

const ENDED: GuardedRun = {
  code: null,
  stderr: '',
  sockets: 0,
  processorSeconds: Number.POSITIVE_INFINITY,
  megabytes: Number.POSITIVE_INFINITY,
};

/**
 * Runs commands in a process that can only write below the folder `out` (Node's permission model), and can neither start
 * processes nor open sockets. After a command that ends the process, or takes too long, a new process is started.
 */
export class GuardedCommands {
  #child: ChildProcess | undefined;
  #runs = 0;

  constructor(
    private readonly folder: string,
    private readonly megabytes: number,
  ) {}

  /** @param isAlone in a new process for this run only. */
  async run(parameters: readonly string[], isAlone = false): Promise<GuardedRun> {
    if (isAlone || this.#runs >= MOST_RUNS) this.end();
    this.#runs += 1;
    this.#child ??= this.#start();
    const child = this.#child;
    const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_WAIT);
    const run = await new Promise<GuardedRun>((resolve) => {
      child.removeAllListeners('message').once('message', resolve);
      child.removeAllListeners('exit').once('exit', () => resolve(ENDED));
      child.send({ folder: this.folder, parameters });
    });
    clearTimeout(timer);
    if (isAlone || run.code === null || run.megabytes > this.megabytes) this.end();
    return run;
  }

  end(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
    this.#runs = 0;
  }

  #start(): ChildProcess {
    const flags = process.allowedNodeEnvironmentFlags;
    const permission = flags.has('--permission') ? '--permission' : '--experimental-permission';
    const out = `${this.folder}/out`;
    return fork(commands, {
      execArgv: [
        '--no-warnings',
        permission,
        '--allow-fs-read=*',
        `--allow-fs-write=${out}`,
        `--allow-fs-write=${out}/*`,
        `--import=${guard}`,
      ],
      env: { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
  }
}
