import { ChatServerClient, ChatWebhookError } from '@scope/chat-client/server';
import { type Check, holds } from './check.js';
import { secretChecks } from './secret-checks.js';
import { openSession } from './session.js';

/**
 * The server entry, where there are Node's built-in modules.
 *
 * @param uploadPath a file on disk; without one, nothing is sent from disk.
 */
export function serverChecks(mockUrl: string, uploadPath?: string): readonly Check[] {
  const checks = secretChecks(mockUrl, {
    name: './server',
    create: (options) => new ChatServerClient(options),
    WebhookError: ChatWebhookError,
  });
  if (uploadPath === undefined) return checks;
  const upload: Check = {
    name: './server: an upload from disk',
    async run() {
      const { baseUrl, requests } = openSession(mockUrl);
      const chat = new ChatServerClient({ apiKey: 'key', apiSecret: 'secret', baseUrl });
      await chat.uploadFile({ file: { path: uploadPath }, user: { id: 'john' } });
      const body = (await requests())[0]?.body ?? '';
      holds(body.includes('filename="upload.txt"') && body.includes('on disk'), 'the file arrived');
    },
  };
  return [...checks, upload];
}
