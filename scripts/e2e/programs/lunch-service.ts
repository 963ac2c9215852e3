import { type ChatClient, ChatNotFoundError, ChatRateLimitError } from '@scope/chat-client';

/** Part of a service: code that users of the client write, and test with `./testing`. */
export class LunchService {
  readonly #chat: ChatClient;

  constructor(chat: ChatClient) {
    this.#chat = chat;
  }

  /** @returns the poll's id, or `busy` if the service is rate limited. */
  async propose(userId: string, names: readonly string[]): Promise<string> {
    try {
      const options = names.map((text) => ({ text }));
      const { poll } = await this.#chat.createPoll({ name: 'Lunch?', user_id: userId, options }, { retry: false });
      return poll.id;
    } catch (error) {
      if (ChatRateLimitError.is(error)) return 'busy';
      throw error;
    }
  }

  /** @returns when the poll was created, or `undefined` if it does not exist. */
  async proposedAt(pollId: string): Promise<Date | undefined> {
    try {
      const { poll } = await this.#chat.getPoll({ poll_id: pollId });
      return poll.created_at;
    } catch (error) {
      if (ChatNotFoundError.is(error)) return undefined;
      throw error;
    }
  }

  /** The names of all polls, over all pages. */
  async names(): Promise<string[]> {
    const names: string[] = [];
    for await (const poll of this.#chat.queryPolls({ limit: 2 })) names.push(poll.name);
    return names;
  }
}
