import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import type { HostileCase } from '../../generator/test/hostile/case.js';

const sdkgen = resolve('generator/bin/sdkgen.js');
const guard = resolve('scripts/hostile/guard.mjs');
/** Milliseconds after which a run that does nothing but wait is ended. */
const LONGEST_WAIT = 60_000;

/** What one run of the command line took, and said. */
export interface GuardedRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly sockets: number;
  readonly processorSeconds: number;
  readonly megabytes: number;
}

/**
 * `sdkgen generate` in a process that can write nowhere but below `folder/out`, by Node's permission model, can start no
 * process and open no socket.
 */
export function runGuarded(folder: string, { given, flags = [] }: HostileCase): Promise<GuardedRun> {
  const [spec = ''] = Object.keys(given);
  const out = `${folder}/out`;
  const permission = process.allowedNodeEnvironmentFlags.has('--permission')
    ? '--permission'
    : '--experimental-permission';
  const node = [
    '--no-warnings',
    permission,
    '--allow-fs-read=*',
    `--allow-fs-write=${out}`,
    `--allow-fs-write=${out}/*`,
  ];
  const usual = [
    ['--scope', '@hostile'],
    ['--name', 'hostile'],
  ].filter(([flag = '']) => !flags.includes(flag));
  const names = [...usual.flat(), ...flags];
  const parameters = [
    ...node,
    `--import=${guard}`,
    sdkgen,
    'generate',
    '--json',
    '--spec',
    spec,
    '--out',
    'out',
    ...names,
  ];
  return new Promise((done, fail) => {
    const env = { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '' };
    const child = spawn(process.execPath, parameters, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
    const texts = ['', '', '', ''];
    for (const index of [1, 2, 3])
      child.stdio[index]?.on('data', (chunk: Buffer) => (texts[index] += chunk.toString()));
    const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_WAIT);
    child.on('error', fail);
    child.on('close', (code) => {
      clearTimeout(timer);
      const [, stdout = '', stderr = '', told = ''] = texts;
      const unknown = { sockets: 0, processorSeconds: Number.POSITIVE_INFINITY, megabytes: Number.POSITIVE_INFINITY };
      done({ code, stdout, stderr, ...(told === '' ? unknown : JSON.parse(told)) });
    });
  });
}
