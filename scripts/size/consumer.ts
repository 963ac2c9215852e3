import { ChatClient, ChatRateLimitError } from '@scope/chat-client';

/** A small user program, which the compiler checks with all its imports. */
const chat = new ChatClient({ apiKey: 'key', token: () => 'token' });

export async function pollNames(): Promise<readonly string[]> {
  const names: string[] = [];
  try {
    for await (const poll of chat.queryPolls({ limit: 25, filter: { name: { $autocomplete: 'lunch' } } }))
      names.push(poll.name);
    const { users } = await chat.queryUsers({ payload: { filter_conditions: { id: 'john' } } });
    names.push(...users.map(({ id, created_at }) => `${id} ${created_at.toISOString()}`));
  } catch (error) {
    if (!(error instanceof ChatRateLimitError)) throw error;
    names.push(`again in ${error.retryAfterMs} ms`);
  }
  return names;
}
