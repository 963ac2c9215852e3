import { ChatClient, ChatRateLimitError } from '@scope/chat-client';

/** A small program of a user's, which the compiler has to check with all that it imports. */
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
